// SPDX-License-Identifier: GPL-3.0-or-later
/** Writes labelled clips to a ZIP that other tools, and {@code ser}, read. */
package org.undertone.app.export;
