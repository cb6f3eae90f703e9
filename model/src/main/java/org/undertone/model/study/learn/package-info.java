// SPDX-License-Identifier: GPL-3.0-or-later
/** The learners of the literature behind one interface: rows and labels in, probabilities out. */
package org.undertone.model.study.learn;
