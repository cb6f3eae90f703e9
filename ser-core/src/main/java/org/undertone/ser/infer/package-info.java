/** From feature frames to probabilities: the model's specification, normalisation, and classifier. */
package org.undertone.ser.infer;
