// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.text.TextWatcher;

/** A watcher that only wants the outcome. */
abstract class AfterTextChanged implements TextWatcher {
  @Override
  public final void beforeTextChanged(CharSequence text, int start, int count, int after) {}

  @Override
  public final void onTextChanged(CharSequence text, int start, int before, int count) {}
}
