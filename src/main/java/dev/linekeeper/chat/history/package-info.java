/** What a person's settings were: commands and cards that show it and ask for the way back. */
@NullMarked
package dev.linekeeper.chat.history;

import org.jspecify.annotations.NullMarked;
