/** Shared Calling policies are asked for, changed and removed in chat. */
@NullMarked
package dev.linekeeper.chat.policies;

import org.jspecify.annotations.NullMarked;
