// SPDX-License-Identifier: GPL-3.0-or-later
/** Runs the network: models, delegates and their self-test, voice profiles. */
package org.undertone.app.infer;
