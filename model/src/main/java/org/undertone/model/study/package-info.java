// SPDX-License-Identifier: GPL-3.0-or-later
/** The experiments of the literature, repeated with its random splits and with actors kept apart. */
package org.undertone.model.study;
