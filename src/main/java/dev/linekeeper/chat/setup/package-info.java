/** The owner's first steps in the chat: what is connected and missing, who holds the roles, whom cards reach, the way to live. */
@NullMarked
package dev.linekeeper.chat.setup;

import org.jspecify.annotations.NullMarked;
