/** From trained weights to a self-describing TensorFlow Lite file. */
package org.undertone.model.export;
