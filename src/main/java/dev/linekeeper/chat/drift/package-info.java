/** What changed without us, in chat: cards, commands and a file. */
@NullMarked
package dev.linekeeper.chat.drift;

import org.jspecify.annotations.NullMarked;
