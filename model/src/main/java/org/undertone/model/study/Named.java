// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

/** A series and what it is called in the tables of an experiment. */
record Named(String name, Series series) {}
