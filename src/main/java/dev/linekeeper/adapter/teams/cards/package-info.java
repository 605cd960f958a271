/** Answers become Adaptive Cards and the text beside them. */
@NullMarked
package dev.linekeeper.adapter.teams.cards;

import org.jspecify.annotations.NullMarked;
