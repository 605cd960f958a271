/** The turns of the chat, counted by command and by what came of them. */
@NullMarked
package dev.linekeeper.chat.turns;

import org.jspecify.annotations.NullMarked;
