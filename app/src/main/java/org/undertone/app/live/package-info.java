// SPDX-License-Identifier: GPL-3.0-or-later
/** Shows the emotion while it is heard. */
package org.undertone.app.live;
