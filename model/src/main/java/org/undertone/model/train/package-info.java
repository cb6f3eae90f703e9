/** The network, augmentation and the training loop, on DJL with PyTorch. */
package org.undertone.model.train;
