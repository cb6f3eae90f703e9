/** How a model stands up to what a phone meets: noise, narrow bands, gain, streams, plain speech. */
package org.undertone.model.measure;
