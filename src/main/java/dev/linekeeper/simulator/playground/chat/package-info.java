/** The conversations of the chat page: people, rooms, messages, and the bot as they see it. */
@NullMarked
package dev.linekeeper.simulator.playground.chat;

import org.jspecify.annotations.NullMarked;
