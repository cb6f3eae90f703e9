// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.content.Context;
import android.icu.text.DateIntervalFormat;
import android.icu.text.MeasureFormat;
import android.icu.text.MeasureFormat.FormatWidth;
import android.icu.util.DateInterval;
import android.icu.util.Measure;
import android.icu.util.MeasureUnit;
import android.text.format.DateFormat;
import androidx.annotation.StringRes;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.undertone.app.R;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionSummary;
import org.undertone.app.view.TimeText;

/** Words and numbers of sessions, in the language and the time zone of the device. */
final class SessionWords {
  private final Context context;
  private final Locale locale;
  private final NumberFormat percent;

  SessionWords(Context context) {
    this.context = context;
    this.locale = context.getResources().getConfiguration().getLocales().get(0);
    this.percent = NumberFormat.getPercentInstance(locale);
  }

  /** Returns the user's name for a session, else its date and time. */
  String title(SessionSummary session) {
    return session.name().isEmpty() ? dayAndTime(session.startedAt()) : session.name();
  }

  String dayAndTime(Instant instant) {
    LocalDate day = instant.atZone(ZoneId.systemDefault()).toLocalDate();
    return context.getString(R.string.history_day_and_time, day(day), time(instant));
  }

  /** Returns "Today", "Yesterday" or a date, with the year unless it is this one. */
  String day(LocalDate day) {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    if (day.equals(today)) {
      return context.getString(R.string.history_today);
    }
    if (day.equals(today.minusDays(1))) {
      return context.getString(R.string.history_yesterday);
    }
    boolean thisYear = day.getYear() == today.getYear();
    return day.format(formatter(thisYear ? "EEEMMMd" : "yEEEMMMd"));
  }

  String time(Instant instant) {
    String skeleton = DateFormat.is24HourFormat(context) ? "Hm" : "hm";
    return instant.atZone(ZoneId.systemDefault()).format(formatter(skeleton));
  }

  /** In the language of the screen, which need not be that of the device. */
  private DateTimeFormatter formatter(String skeleton) {
    return DateTimeFormatter.ofPattern(DateFormat.getBestDateTimePattern(locale, skeleton), locale);
  }

  /** Returns the days of a filter, its end exclusive. */
  @SuppressWarnings("JdkObsolete") // The formatter takes no other buffer.
  String days(Instant from, Instant until) {
    DateInterval interval =
        new DateInterval(from.toEpochMilli(), until.minusMillis(1).toEpochMilli());
    return DateIntervalFormat.getInstance("yMMMd", locale)
        .format(interval, new StringBuffer(), new FieldPosition(0))
        .toString();
  }

  /** Returns a time since the start, or a length, as of a clock: 1:02:03. */
  String clock(double seconds) {
    return TimeText.of(seconds, locale);
  }

  /** Returns a length in words, for reading aloud. */
  String spoken(double seconds) {
    long whole = Math.round(seconds);
    List<Measure> parts = new ArrayList<>();
    if (whole >= 3600) {
      parts.add(new Measure(whole / 3600, MeasureUnit.HOUR));
    }
    if (whole % 3600 >= 60) {
      parts.add(new Measure(whole % 3600 / 60, MeasureUnit.MINUTE));
    }
    if (whole % 60 != 0 || parts.isEmpty()) {
      parts.add(new Measure(whole % 60, MeasureUnit.SECOND));
    }
    return MeasureFormat.getInstance(locale, FormatWidth.WIDE)
        .formatMeasures(parts.toArray(new Measure[0]));
  }

  String range(double from, double until) {
    return context.getString(R.string.session_range, clock(from), clock(until));
  }

  /** Returns a share of 0 to 1 in percent. */
  String percent(double share) {
    return percent.format(share);
  }

  String number(int count) {
    return NumberFormat.getIntegerInstance(locale).format(count);
  }

  /** Returns why a session ended. */
  @StringRes
  static int end(EndReason end) {
    switch (end) {
      case RUNNING:
        return R.string.history_end_running;
      case STOPPED:
        return R.string.history_end_stopped;
      case KILLED:
        return R.string.history_end_killed;
      case PERMISSION_REVOKED:
        return R.string.history_end_permission;
      case MICROPHONE_LOST:
        return R.string.history_end_microphone;
      case STORAGE_FULL:
        return R.string.history_end_storage;
      case OVERHEATED:
        return R.string.history_end_heat;
      case FAILED:
        return R.string.history_end_failed;
    }
    throw new AssertionError(end);
  }
}
