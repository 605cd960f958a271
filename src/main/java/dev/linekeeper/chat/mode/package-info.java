/** The mode in the chat: shown, switched, and told to whoever can confirm that it shall be live. */
@NullMarked
package dev.linekeeper.chat.mode;

import org.jspecify.annotations.NullMarked;
