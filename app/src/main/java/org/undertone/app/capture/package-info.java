// SPDX-License-Identifier: GPL-3.0-or-later
/** Listens: microphone, foreground service, interruptions, and the pipeline that judges while it records. */
package org.undertone.app.capture;
