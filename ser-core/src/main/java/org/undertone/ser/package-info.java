/** Hears how something is said: emotions, their scores, and the one pipeline from samples to both. */
package org.undertone.ser;
