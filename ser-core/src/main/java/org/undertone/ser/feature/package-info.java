/** Acoustic features by librosa's definitions, streaming and without allocation per frame. */
package org.undertone.ser.feature;
