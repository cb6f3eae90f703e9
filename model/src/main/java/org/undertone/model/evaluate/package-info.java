/** Honest measurement: speakers that a model has not heard, per fold and per speaker. */
package org.undertone.model.evaluate;
