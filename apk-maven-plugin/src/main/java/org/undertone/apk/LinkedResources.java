// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.nio.file.Path;

/** What linking resources makes, all in one folder. */
record LinkedResources(Path folder) {

  /** The APK without code. */
  Path apk() {
    return folder.resolve("resources.apk");
  }

  /** The same for releases, without what only takes room. */
  Path optimized() {
    return folder.resolve("optimized.apk");
  }

  /** Java sources: the app's R class. */
  Path sources() {
    return folder.resolve("java");
  }

  /** The number of every resource, as text. */
  Path symbols() {
    return folder.resolve("R.txt");
  }

  /** The classes that manifest and layouts name, as rules for the shrinker. */
  Path shrinkerRules() {
    return folder.resolve("aapt-rules.txt");
  }

  Path stamp() {
    return folder.resolve("inputs.stamp");
  }
}
