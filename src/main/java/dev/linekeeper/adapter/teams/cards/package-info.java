/** Renders answers as Adaptive Cards with a plain text. */
@NullMarked
package dev.linekeeper.adapter.teams.cards;

import org.jspecify.annotations.NullMarked;
