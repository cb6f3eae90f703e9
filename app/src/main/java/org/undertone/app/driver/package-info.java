// SPDX-License-Identifier: GPL-3.0-or-later
/** Watches over a driver: the screen in the car, and the alerts. */
package org.undertone.app.driver;
