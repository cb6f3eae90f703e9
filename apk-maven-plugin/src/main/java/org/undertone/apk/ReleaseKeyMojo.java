// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Fails at once if the key for a release is missing or can't be read, not only after all tests. */
@Mojo(name = "release-key", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ReleaseKeyMojo extends AbstractReleaseMojo {

  @Override
  void build() throws IOException, MojoExecutionException {
    getLog().info("Releases are signed by " + releaseKey().certificate().getSubjectX500Principal());
  }
}
