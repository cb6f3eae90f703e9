// SPDX-License-Identifier: GPL-3.0-or-later
/** Keeps sessions: Room behind one repository. Screens never see a row or a DAO. */
package org.undertone.app.data;
