// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.util.Optional;

/**
 * The model in use.
 *
 * @param model the model
 * @param problem why it is the built-in one where an imported one was wished; empty if all is well
 */
public record CurrentModel(LoadedModel model, Optional<ModelRefusedException> problem) {}
