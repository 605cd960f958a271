/** Telephone numbers: looked up, listed, and given to people, chosen from those that are free. */
@NullMarked
package dev.linekeeper.chat.numbers;

import org.jspecify.annotations.NullMarked;
