// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.robolectric.Shadows.shadowOf;

import android.app.Application;
import android.media.AudioAttributes;
import android.media.AudioFocusRequest;
import android.media.AudioManager;
import android.os.Looper;
import android.os.VibratorManager;
import android.speech.tts.TextToSpeech;
import androidx.preference.PreferenceManager;
import androidx.test.core.app.ApplicationProvider;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Locale;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowAudioManager;
import org.robolectric.shadows.ShadowAudioTrack;
import org.robolectric.shadows.ShadowLooper;
import org.robolectric.shadows.ShadowTextToSpeech;
import org.robolectric.shadows.ShadowVibrator;
import org.undertone.app.settings.Settings;
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.DriverState;

@RunWith(RobolectricTestRunner.class)
@Config(shadows = NoBluetooth.class)
public final class AlertPlayerTest {
  private final Application app = ApplicationProvider.getApplicationContext();
  private final Settings settings =
      new Settings(PreferenceManager.getDefaultSharedPreferences(app));
  private final AudioManager audio = app.getSystemService(AudioManager.class);
  private final ShadowAudioManager audioShadow = shadowOf(audio);
  private final ShadowVibrator vibrator =
      shadowOf(app.getSystemService(VibratorManager.class).getDefaultVibrator());
  private final ByteArrayOutputStream played = new ByteArrayOutputStream();
  private final ShadowAudioTrack.OnAudioDataWrittenListener listener =
      (track, data, format) -> played.writeBytes(data);
  private AlertPlayer player;

  @Before
  public void open() {
    ShadowTextToSpeech.reset();
    ShadowTextToSpeech.addLanguageAvailability(Locale.ENGLISH);
    ShadowAudioTrack.addAudioDataListener(listener);
    vibrator.setHasVibrator(true);
    player = new AlertPlayer(app, settings);
  }

  @After
  public void close() {
    ShadowAudioTrack.removeAudioDataListener(listener);
  }

  @Test
  public void ducksOtherSoundForTheAlertAndGivesItsLevelBack() {
    player.onAlert(new DriverAlert(30, DriverState.TENSE, 0.8f));
    idle(100);
    AudioFocusRequest request = audioShadow.getLastAudioFocusRequest().audioFocusRequest;
    assertThat(request.getFocusGain()).isEqualTo(AudioManager.AUDIOFOCUS_GAIN_TRANSIENT_MAY_DUCK);
    assertThat(request.getAudioAttributes().getUsage())
        .isEqualTo(AudioAttributes.USAGE_ASSISTANCE_NAVIGATION_GUIDANCE);
    assertThat(player.isSounding()).isTrue();
    assertThat(audioShadow.getLastAbandonedAudioFocusRequest()).isNull();
    idle(2000);
    assertThat(player.isSounding()).isFalse();
    assertThat(audioShadow.getLastAbandonedAudioFocusRequest()).isSameAs(request);
  }

  @Test
  public void playsTheSoundOfTheState() {
    player.play(DriverState.LOW);
    idle(100);
    assertThat(played.toByteArray()).hasSize(2 * Earcon.of(DriverState.LOW).length);
  }

  @Test
  public void vibratesDifferentlyForEachState() {
    player.play(DriverState.TENSE);
    idle(100);
    assertThat(vibrator.isVibrating()).isTrue();
    assertThat(vibrator.getPattern()).containsExactly(0, 160, 140, 160);
    player.play(DriverState.LOW);
    idle(100);
    assertThat(vibrator.getPattern()).containsExactly(0, 450);
    assertThat(vibrator.getRepeat()).isEqualTo(-1);
  }

  @Test
  public void doesNotVibrateWhenSwitchedOff() {
    settings.setVibrate(false);
    player.play(DriverState.TENSE);
    idle(100);
    assertThat(vibrator.isVibrating()).isFalse();
  }

  @Test
  public void onlyVibratesDuringCall() {
    audio.setMode(AudioManager.MODE_IN_CALL);
    player.play(DriverState.TENSE);
    idle(100);
    assertThat(vibrator.isVibrating()).isTrue();
    assertThat(audioShadow.getLastAudioFocusRequest()).isNull();
    assertThat(played.size()).isZero();
    assertThat(player.isSounding()).isFalse();
  }

  @Test
  public void onlyVibratesWhenSoundIsRefused() {
    audioShadow.setNextFocusRequestResponse(AudioManager.AUDIOFOCUS_REQUEST_FAILED);
    player.play(DriverState.TENSE);
    idle(100);
    assertThat(vibrator.isVibrating()).isTrue();
    assertThat(played.size()).isZero();
  }

  @Test
  public void saysTheSuggestionAfterTheSoundAndThenGivesTheLevelBack() {
    settings.setSpeakAlerts(true);
    player.play(DriverState.TENSE);
    idle(2000);
    TextToSpeech engine = ShadowTextToSpeech.getLastTextToSpeechInstance();
    engineAnswers(engine, TextToSpeech.SUCCESS);
    assertThat(shadowOf(engine).getLastSpokenText()).isEqualTo("Take a deep breath");
    idle(3000);
    assertThat(shadowOf(engine).isShutdown()).isTrue();
    assertThat(player.isSounding()).isFalse();
    assertThat(audioShadow.getLastAbandonedAudioFocusRequest()).isNotNull();
  }

  @Test
  public void speaksGermanToThoseWhoReadGerman() {
    RuntimeEnvironment.setQualifiers("de");
    ShadowTextToSpeech.addLanguageAvailability(Locale.GERMAN);
    settings.setSpeakAlerts(true);
    player.play(DriverState.LOW);
    idle(2000);
    TextToSpeech engine = ShadowTextToSpeech.getLastTextToSpeechInstance();
    engineAnswers(engine, TextToSpeech.SUCCESS);
    assertThat(shadowOf(engine).getLastSpokenText()).isEqualTo("Zeit für eine Pause?");
    assertThat(shadowOf(engine).getCurrentLanguage()).isEqualTo(Locale.GERMAN);
  }

  @Test
  public void anEngineThatFailsCostsNothingButTheWords() {
    settings.setSpeakAlerts(true);
    player.play(DriverState.TENSE);
    idle(2000);
    engineAnswers(ShadowTextToSpeech.getLastTextToSpeechInstance(), TextToSpeech.ERROR);
    assertThat(played.size()).isPositive();
    assertThat(vibrator.getPattern()).isNotNull();
    assertThat(player.isSounding()).isFalse();
    assertThat(audioShadow.getLastAbandonedAudioFocusRequest()).isNotNull();
  }

  @Test
  public void anEngineThatNeverAnswersKeepsOtherSoundDownForTenSecondsAtMost() {
    settings.setSpeakAlerts(true);
    player.play(DriverState.TENSE);
    idle(9000);
    assertThat(player.isSounding()).isTrue();
    idle(1500);
    assertThat(player.isSounding()).isFalse();
    assertThat(audioShadow.getLastAbandonedAudioFocusRequest()).isNotNull();
  }

  @Test
  public void fallsSilentWhenAnotherSoundMustBeHeard() {
    settings.setSpeakAlerts(true);
    player.play(DriverState.TENSE);
    idle(100);
    audioShadow
        .getLastAudioFocusRequest()
        .listener
        .onAudioFocusChange(AudioManager.AUDIOFOCUS_LOSS_TRANSIENT);
    assertThat(player.isSounding()).isFalse();
    idle(3000);
    assertThat(ShadowTextToSpeech.getLastTextToSpeechInstance()).isNull();
  }

  @Test
  public void thereIsNoAlertForCalm() {
    assertThatIllegalArgumentException().isThrownBy(() -> player.play(DriverState.CALM));
  }

  private static void engineAnswers(TextToSpeech engine, int status) {
    shadowOf(engine).getOnInitListener().onInit(status);
    ShadowLooper.idleMainLooper();
  }

  private static void idle(long millis) {
    shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(millis));
  }
}
