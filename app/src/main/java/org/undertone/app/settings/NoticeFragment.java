// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.os.Bundle;
import android.view.View;
import androidx.activity.OnBackPressedCallback;
import androidx.fragment.app.Fragment;
import com.google.android.material.button.MaterialButton;
import org.undertone.app.AppContainer;
import org.undertone.app.R;

/**
 * What the app does, where it stays, whom to tell, and what it must not be used for. The first time it
 * has to be accepted: going back then leaves the app. Later it can be read again.
 */
public final class NoticeFragment extends Fragment {

  /** Made by the fragment manager. */
  public NoticeFragment() {
    super(R.layout.fragment_notice);
  }

  @Override
  public void onViewCreated(View view, Bundle savedInstanceState) {
    Settings settings = AppContainer.of(requireContext()).settings();
    MaterialButton accept = view.findViewById(R.id.notice_accept);
    boolean first = !settings.noticeAccepted();
    accept.setText(first ? R.string.notice_accept : R.string.notice_back);
    accept.setOnClickListener(
        button -> {
          settings.acceptNotice();
          getParentFragmentManager().popBackStack();
        });
    requireActivity()
        .getOnBackPressedDispatcher()
        .addCallback(
            getViewLifecycleOwner(),
            new OnBackPressedCallback(first) {
              @Override
              public void handleOnBackPressed() {
                requireActivity().finish();
              }
            });
  }
}
