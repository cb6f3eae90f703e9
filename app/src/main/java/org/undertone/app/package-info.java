// SPDX-License-Identifier: GPL-3.0-or-later
/** The Android app: the process, its one window but for driving, and what lives as long as they do. */
package org.undertone.app;
