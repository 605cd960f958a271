/** What people say and press, and what we answer. Knows nothing of Teams: activities and cards are somebody else's business. */
@NullMarked
package dev.linekeeper.chat;

import org.jspecify.annotations.NullMarked;
