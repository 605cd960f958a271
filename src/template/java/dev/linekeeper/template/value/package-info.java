/**
 * Values as the expression language sees them: JSON nodes with JavaScript's notions of text, number, truth and equality.
 *
 * <p>Internal to the engine. Every value is a {@link tools.jackson.databind.JsonNode}; {@code undefined} is a
 * {@link tools.jackson.databind.node.MissingNode}. Nothing here changes a node it was given.
 */
@NullMarked
package dev.linekeeper.template.value;

import org.jspecify.annotations.NullMarked;
