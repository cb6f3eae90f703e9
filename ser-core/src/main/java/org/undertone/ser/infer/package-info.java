/** From feature frames to probabilities: the model's specification, normalisation, classifier, voice profile. */
package org.undertone.ser.infer;
