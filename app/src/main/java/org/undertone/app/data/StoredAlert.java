// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import org.undertone.ser.timeline.DriverAlert;

/**
 * An alert of a past drive; immutable.
 *
 * @param id key in the database
 * @param alert when and why
 * @param feedback what the driver said to it
 */
public record StoredAlert(long id, DriverAlert alert, AlertFeedback feedback) {}
