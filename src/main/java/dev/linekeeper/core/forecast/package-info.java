/** What comes of sharing numbers, from counts and the owner's figures: how likely callback numbers run out, and what it costs. */
@NullMarked
package dev.linekeeper.core.forecast;

import org.jspecify.annotations.NullMarked;
