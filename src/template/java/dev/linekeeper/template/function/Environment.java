package dev.linekeeper.template.function;

import dev.linekeeper.template.value.Accountant;
import java.time.Clock;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The world a function may ask: time, chance, locale, and who charges for what it does.
 *
 * @param clock the time of {@code utcNow} and its like
 * @param random the source of {@code rand} and {@code newGuid}
 * @param locale how numbers are written when an expression names no locale
 * @param accountant what the evaluation may still spend
 */
public record Environment(Clock clock, RandomGenerator random, Locale locale, Accountant accountant) {}
