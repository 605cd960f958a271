/** Who is let in: door, token, tenant and sender of an activity, in the order in which they are checked. */
@NullMarked
package dev.linekeeper.adapter.teams.auth;

import org.jspecify.annotations.NullMarked;
