/** Numbers of people's own: given, chosen from those that are free. */
@NullMarked
package dev.linekeeper.chat.numbers;

import org.jspecify.annotations.NullMarked;
