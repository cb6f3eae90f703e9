// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import org.apache.maven.plugin.logging.Log;

/** Hands the messages of D8 and R8 to Maven. */
record MavenDiagnostics(Log log) implements DiagnosticsHandler {

  @Override
  public void error(Diagnostic diagnostic) {
    log.error(text(diagnostic));
  }

  @Override
  public void warning(Diagnostic diagnostic) {
    log.warn(text(diagnostic));
  }

  @Override
  public void info(Diagnostic diagnostic) {
    log.debug(text(diagnostic));
  }

  private static String text(Diagnostic diagnostic) {
    return diagnostic.getOrigin() + ": " + diagnostic.getDiagnosticMessage();
  }
}
