/**
 * Adaptive Expressions: text parsed to a tree, the tree compiled to terms, terms evaluated over JSON.
 *
 * <p>Source: <a href="https://learn.microsoft.com/azure/bot-service/bot-builder-concept-adaptive-expressions">Adaptive
 * expressions</a>; the grammar is that of the npm package {@code adaptive-expressions} 4.23.3.
 */
@NullMarked
package dev.linekeeper.template.expression;

import org.jspecify.annotations.NullMarked;
