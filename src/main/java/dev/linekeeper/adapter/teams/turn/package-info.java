/** One turn: an activity comes in, the chat answers, the answer goes out. */
@NullMarked
package dev.linekeeper.adapter.teams.turn;

import org.jspecify.annotations.NullMarked;
