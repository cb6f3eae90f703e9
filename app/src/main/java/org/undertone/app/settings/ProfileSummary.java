// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

/**
 * A voice profile as the settings show it; immutable.
 *
 * @param name whose it is; empty for the only user
 * @param maturity share of the mean answer that is taken out, 0 to 1
 * @param speechSeconds speech learnt from, seconds
 */
record ProfileSummary(String name, double maturity, double speechSeconds) {}
