/** TensorFlow Lite on the JVM: the classifier of the command line and of evaluation. */
package org.undertone.model.tflite;
