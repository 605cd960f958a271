/**
 * Adaptive Cards templating: compile a card template once, expand it with data as often as needed.
 *
 * <p>The language is Microsoft's <a href="https://learn.microsoft.com/adaptive-cards/templating/language">Adaptive Card
 * Template Language</a>, with the behaviour of the npm package {@code adaptivecards-templating} 2.3.1. The package knows
 * nothing of the product it is part of and needs nothing but Jackson.
 */
@NullMarked
package dev.linekeeper.template;

import org.jspecify.annotations.NullMarked;
