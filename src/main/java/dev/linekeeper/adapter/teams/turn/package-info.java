/** A turn of the conversation: an activity is received, the chat answers it, the answer is sent. */
@NullMarked
package dev.linekeeper.adapter.teams.turn;

import org.jspecify.annotations.NullMarked;
