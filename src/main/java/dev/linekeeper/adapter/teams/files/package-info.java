/** Files in Teams: how they come with a message, are fetched, offered and put where the person keeps files. */
@NullMarked
package dev.linekeeper.adapter.teams.files;

import org.jspecify.annotations.NullMarked;
