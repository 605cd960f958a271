/** Overrides of emergency gaps in chat: cards, commands, messages, and the line on every other card of the person. */
@NullMarked
package dev.linekeeper.chat.override;

import org.jspecify.annotations.NullMarked;
