/** Answers in words: what was found out becomes the sheets, lists and lines of a card. */
@NullMarked
package dev.linekeeper.chat.cards;

import org.jspecify.annotations.NullMarked;
