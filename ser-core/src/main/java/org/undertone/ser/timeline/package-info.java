/** From probabilities to what is shown: smoothing, segments, and the driver's alerts. */
package org.undertone.ser.timeline;
