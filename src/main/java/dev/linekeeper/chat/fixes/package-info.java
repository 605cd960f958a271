/** Failing rules are put right from chat, where it is ours to do; else whose job it is is said. */
@NullMarked
package dev.linekeeper.chat.fixes;

import org.jspecify.annotations.NullMarked;
