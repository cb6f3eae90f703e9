// SPDX-License-Identifier: GPL-3.0-or-later
/** The {@code ser} command. */
package org.undertone.model.cli;
