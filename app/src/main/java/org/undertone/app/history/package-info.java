// SPDX-License-Identifier: GPL-3.0-or-later
/** Shows what was kept: the list of sessions, and one session. */
package org.undertone.app.history;
