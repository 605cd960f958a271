/** The local chat page with its personas, and the Bot Connector behind it: the bot talks to it exactly as it talks to Teams. */
@NullMarked
package dev.linekeeper.simulator.playground;

import org.jspecify.annotations.NullMarked;
