/**
 * Adaptive Cards templating: compile a card template once, expand it with data as often as needed.
 *
 * <pre>{@code
 * CardTemplate template = CardTemplate.compile(json);             // once; immutable and thread-safe
 * byte[] card = template.expandToUtf8(data).utf8();               // as often as needed
 * JsonNode count = Expression.parse("count(people)").evaluate(data);
 * }</pre>
 *
 * <p>Callers need {@link dev.linekeeper.template.CardTemplate} and {@link dev.linekeeper.template.Expansion}, and from the
 * package {@code expression} {@link dev.linekeeper.template.expression.Expression},
 * {@link dev.linekeeper.template.expression.Options}, {@link dev.linekeeper.template.expression.Limits} and
 * {@link dev.linekeeper.template.expression.TemplateException}. Whatever else is public is so for the engine's own packages,
 * and may change.
 *
 * <p>The language is Microsoft's <a href="https://learn.microsoft.com/adaptive-cards/templating/language">Adaptive Card
 * Template Language</a>, with the behaviour of the npm package {@code adaptivecards-templating} 2.3.1. The package knows
 * nothing of the product it is part of and needs nothing but Jackson.
 */
@NullMarked
package dev.linekeeper.template;

import org.jspecify.annotations.NullMarked;
