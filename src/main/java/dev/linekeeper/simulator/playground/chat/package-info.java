/** The conversations of the playground: personas, messages, and the client of the bot. */
@NullMarked
package dev.linekeeper.simulator.playground.chat;

import org.jspecify.annotations.NullMarked;
