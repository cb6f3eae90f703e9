// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import com.microsoft.ml.lightgbm.PredictionType;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_float;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_int;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import com.microsoft.ml.lightgbm.lightgbmlibConstants;

/**
 * A stored LightGBM model of several classes, asked through the native interface: lightgbm4j's own {@code predictForMat} has
 * room for one number a row, and with several classes writes past its end.
 */
final class LightGbmModel implements AutoCloseable {
  private final int classes;
  private final SWIGTYPE_p_p_void handle = lightgbmlib.voidpp_handle();

  /** Reads what {@code saveModelToString} wrote. */
  LightGbmModel(String text, int classes) {
    this.classes = classes;
    SWIGTYPE_p_int rounds = lightgbmlib.new_intp();
    try {
      check(lightgbmlib.LGBM_BoosterLoadModelFromString(text, rounds, handle));
    } finally {
      lightgbmlib.delete_intp(rounds);
    }
  }

  double[][] probabilities(float[] flat, int rows) {
    SWIGTYPE_p_float input = lightgbmlib.new_floatArray(flat.length);
    SWIGTYPE_p_double output = lightgbmlib.new_doubleArray((long) rows * classes);
    SWIGTYPE_p_long_long written = lightgbmlib.new_int64_tp();
    try {
      for (int i = 0; i < flat.length; i++) {
        lightgbmlib.floatArray_setitem(input, i, flat[i]);
      }
      check(
          lightgbmlib.LGBM_BoosterPredictForMat(
              lightgbmlib.voidpp_value(handle),
              lightgbmlib.float_to_voidp_ptr(input),
              lightgbmlibConstants.C_API_DTYPE_FLOAT32,
              rows,
              flat.length / rows,
              1,
              PredictionType.C_API_PREDICT_NORMAL.getType(),
              0,
              -1,
              "num_threads=1",
              written,
              output));
      double[][] probabilities = new double[rows][classes];
      for (int i = 0; i < rows * classes; i++) {
        probabilities[i / classes][i % classes] = lightgbmlib.doubleArray_getitem(output, i);
      }
      return probabilities;
    } finally {
      lightgbmlib.delete_floatArray(input);
      lightgbmlib.delete_doubleArray(output);
      lightgbmlib.delete_int64_tp(written);
    }
  }

  private static void check(int code) {
    if (code != 0) {
      throw new IllegalStateException("LightGBM failed: " + lightgbmlib.LGBM_GetLastError());
    }
  }

  @Override
  public void close() {
    check(lightgbmlib.LGBM_BoosterFree(lightgbmlib.voidpp_value(handle)));
    lightgbmlib.delete_voidpp(handle);
  }
}
