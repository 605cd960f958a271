/** The Bot Connector: messages are posted, replaced and removed where people see them. */
@NullMarked
package dev.linekeeper.adapter.teams.connector;

import org.jspecify.annotations.NullMarked;
