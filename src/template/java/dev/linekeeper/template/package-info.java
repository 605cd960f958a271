/**
 * Adaptive Cards templating: compile a card template once, expand it with data as often as needed.
 *
 * <pre>{@code
 * CardTemplate template = CardTemplate.compile("""
 *         {"type": "TextBlock", "text": "Hello ${name}!"}""");        // once; immutable and thread-safe
 * byte[] card = template.expand(data).utf8();                        // as often as needed
 * JsonNode count = Expression.parse("count(people)").evaluate(data); // an expression alone
 * }</pre>
 *
 * <p>Callers need {@link dev.linekeeper.template.CardTemplate} and {@link dev.linekeeper.template.Expansion}, and from the
 * package {@code expression} {@link dev.linekeeper.template.expression.Expression},
 * {@link dev.linekeeper.template.expression.TemplateOptions}, {@link dev.linekeeper.template.expression.TemplateLimits} and
 * {@link dev.linekeeper.template.expression.TemplateException}. Whatever else is public is so for the engine's own packages,
 * and may change.
 *
 * <p>The language is Microsoft's <a href="https://learn.microsoft.com/adaptive-cards/templating/language">Adaptive Card
 * Template Language</a>, with the behaviour of the npm package {@code adaptivecards-templating} 2.3.1. Nothing is needed
 * but Java 17 and Jackson 3. Templates and data may come from strangers: what is wrong with them, or runs away, ends in a
 * {@link dev.linekeeper.template.expression.TemplateException}.
 */
@NullMarked
package dev.linekeeper.template;

import org.jspecify.annotations.NullMarked;
