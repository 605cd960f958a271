/** How people say what they want: phrases, their spelling, words for several people, and the grammar of each language as data. */
@NullMarked
package dev.linekeeper.chat.grammar;

import org.jspecify.annotations.NullMarked;
