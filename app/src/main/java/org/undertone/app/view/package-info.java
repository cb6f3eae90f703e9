// SPDX-License-Identifier: GPL-3.0-or-later
/** How emotions look, and the views that screens share. */
package org.undertone.app.view;
