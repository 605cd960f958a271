/** Overrides of emergency gaps, said in chat. */
@NullMarked
package dev.linekeeper.conversation.override;

import org.jspecify.annotations.NullMarked;
