/**
 * What people type and press, and how it is answered. A command is one statement in the file of its subject
 * ({@code *Commands}); {@code CommandRunner} finds the people and policies it names, {@code ButtonFilter} takes from every
 * answer the buttons its reader may not use. Knows nothing of Teams: activities and cards are made in adapters.
 */
@NullMarked
package dev.linekeeper.chat;

import org.jspecify.annotations.NullMarked;
