// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.infer.ProfileStore;
import org.undertone.app.settings.Settings;

/**
 * What a session is made with; immutable.
 *
 * @param models opens the model in use
 * @param microphones opens the microphone
 * @param sessions where it is stored
 * @param profiles the voice profiles
 * @param settings what the user chose; read when a session starts
 * @param latency measures its inferences
 * @param callOn whether the phone is in a call; any thread
 * @param alertSounds whether a driver alert can be heard right now; any thread
 * @param elapsedMillis the monotonic clock that also runs in deep sleep, ms
 */
record SessionParts(
    OpenedModel.Opener models,
    MicrophoneOpener microphones,
    SessionRepository sessions,
    ProfileStore profiles,
    Settings settings,
    LatencyMeter latency,
    BooleanSupplier callOn,
    BooleanSupplier alertSounds,
    LongSupplier elapsedMillis) {}
