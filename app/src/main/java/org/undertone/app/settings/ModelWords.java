// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import androidx.annotation.StringRes;
import org.undertone.app.R;
import org.undertone.app.infer.Delegate;
import org.undertone.app.infer.DelegateReason;
import org.undertone.app.infer.ModelRefusedException;
import org.undertone.app.infer.SelfTestResult;

/** Words for what models and delegates do. */
final class ModelWords {
  private ModelWords() {}

  @StringRes
  static int of(ModelRefusedException.Reason reason) {
    return switch (reason) {
      case NOT_TFLITE -> R.string.model_refused_not_tflite;
      case NOT_UNDERTONE -> R.string.model_refused_not_undertone;
      case NEWER_VERSION -> R.string.model_refused_newer;
      case DAMAGED -> R.string.model_refused_damaged;
      case INVALID_SPEC, WRONG_SHAPE -> R.string.model_refused_invalid;
      case UNSUPPORTED_NETWORK -> R.string.model_refused_unsupported;
      case TOO_LARGE -> R.string.model_refused_too_large;
      case UNSAFE_NETWORK -> R.string.model_refused_unsafe;
      case SELF_TEST_FAILED -> R.string.model_refused_self_test;
      case MISSING -> R.string.model_refused_missing;
    };
  }

  @StringRes
  static int of(Delegate delegate) {
    return switch (delegate) {
      case AUTOMATIC -> R.string.settings_delegate_automatic;
      case CPU -> R.string.settings_delegate_cpu;
      case GPU -> R.string.settings_delegate_gpu;
      case NNAPI -> R.string.settings_delegate_nnapi;
    };
  }

  @StringRes
  static int of(DelegateReason reason) {
    return switch (reason) {
      case AS_REQUESTED -> R.string.delegate_as_requested;
      case CPU_FAST_ENOUGH -> R.string.delegate_cpu_fast_enough;
      case FASTEST -> R.string.delegate_fastest;
      case NOT_SUPPORTED -> R.string.delegate_not_supported;
      case LIBRARY_MISSING -> R.string.delegate_library_missing;
      case FAILED -> R.string.delegate_failed;
      case SELF_TEST_FAILED -> R.string.delegate_self_test_failed;
      case CRASHED -> R.string.delegate_crashed;
    };
  }

  @StringRes
  static int of(SelfTestResult.Finding finding) {
    return switch (finding) {
      case AGREES -> R.string.self_test_agrees;
      case NOT_PROBABILITIES -> R.string.self_test_not_probabilities;
      case DIFFERS -> R.string.self_test_differs;
      case OTHER_LABEL -> R.string.self_test_other_label;
    };
  }
}
