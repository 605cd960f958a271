/** Lists of people that somebody gave to be enrolled: what is said about them, and their card. */
@NullMarked
package dev.linekeeper.chat.imports;

import org.jspecify.annotations.NullMarked;
