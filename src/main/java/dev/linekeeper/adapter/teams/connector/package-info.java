/** The client of the Bot Connector, which posts and replaces messages in Teams. */
@NullMarked
package dev.linekeeper.adapter.teams.connector;

import org.jspecify.annotations.NullMarked;
