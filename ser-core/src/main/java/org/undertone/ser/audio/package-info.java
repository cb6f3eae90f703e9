/** Sound in: WAV files, resampling to the model's rate, and the gate that tells speech from silence. */
package org.undertone.ser.audio;
