// SPDX-License-Identifier: GPL-3.0-or-later
/** What the user chooses, the first-run notice, and diagnostics. */
package org.undertone.app.settings;
