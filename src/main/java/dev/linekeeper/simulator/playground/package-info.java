/** The playground: a local chat page with personas, and the Bot Connector behind it, which the bot uses exactly like Teams. */
@NullMarked
package dev.linekeeper.simulator.playground;

import org.jspecify.annotations.NullMarked;
