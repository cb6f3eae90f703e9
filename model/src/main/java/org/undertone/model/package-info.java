/** The JVM side: recognising emotions in files, and all that makes and measures a model. */
package org.undertone.model;
