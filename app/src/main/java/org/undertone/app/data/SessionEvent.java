// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

/**
 * Something that happened to a recording; immutable.
 *
 * @param atSeconds when, seconds of audio since the start of the session
 * @param kind what
 * @param gapSeconds time that was not heard because of it, seconds by the clock; 0 if none or not
 *     known yet
 */
public record SessionEvent(double atSeconds, EventKind kind, double gapSeconds) {}
