// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import org.undertone.model.corpus.Clip;

/**
 * A clip of the study.
 *
 * @param clip the recording
 * @param sound hash of its sound
 * @param copy whether it sounds sample for sample as an earlier one
 */
record StudyClip(Clip clip, String sound, boolean copy) {}
