/** Access to the bot: the checks of connection, token, tenant and sender of an activity. */
@NullMarked
package dev.linekeeper.adapter.teams.auth;

import org.jspecify.annotations.NullMarked;
