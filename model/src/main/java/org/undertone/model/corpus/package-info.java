/**
 * Recordings with labels: the corpora of the field and one's own clips, what of them is not used and why, and splits that
 * keep every speaker on one side.
 */
package org.undertone.model.corpus;
