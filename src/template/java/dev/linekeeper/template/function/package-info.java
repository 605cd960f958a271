/**
 * What a function of Adaptive Expressions is: its declaration, its checks, the library it is found in. The prebuilt functions
 * are in the packages below, by subject.
 *
 * <p>Internal to the engine: applications add functions with
 * {@link dev.linekeeper.template.expression.TemplateOptions#withFunction}.
 *
 * <p>Source: <a href="https://learn.microsoft.com/azure/bot-service/adaptive-expressions/adaptive-expressions-prebuilt-functions">Adaptive
 * expressions prebuilt functions</a>; where the page is silent, the npm package {@code adaptive-expressions} 4.23.3 decides.
 */
@NullMarked
package dev.linekeeper.template.function;

import org.jspecify.annotations.NullMarked;
