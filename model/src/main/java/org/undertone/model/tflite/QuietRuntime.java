// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.tflite;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/**
 * Keeps TensorFlow Lite from greeting on standard error. Its C++ interface can do that ({@code
 * tflite::LoggerOptions}), but its Java bindings leave it out, so this sets the variable behind it.
 * Where the library has no such variable, the greeting stays and nothing else changes.
 */
final class QuietRuntime {
  /** {@code tflite::logging_internal::MinimalLogger::minimum_log_severity_}, an int. */
  private static final String MINIMUM_SEVERITY =
      "_ZN6tflite16logging_internal13MinimalLogger21minimum_log_severity_E";

  // Of tflite::LogSeverity; the library is built to start with the first.
  private static final int INFO = 1;
  private static final int WARNING = 2;

  private QuietRuntime() {}

  /** Loads the runtime and lets it say no less than warnings. */
  static void apply() {
    String library = Loader.load(tensorflowlite.class);
    if (library == null) {
      return;
    }
    // Symbols can be looked up in libraries that are global.
    Loader.loadGlobal(library);
    Pointer address = Loader.addressof(MINIMUM_SEVERITY);
    if (address != null && !address.isNull()) {
      IntPointer severity = new IntPointer(address);
      if (severity.get() == INFO) {
        severity.put(WARNING);
      }
    }
  }
}
