/** From trained weights to a self-describing TensorFlow Lite file, and back. */
package org.undertone.model.export;
