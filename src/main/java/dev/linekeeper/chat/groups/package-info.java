/** Shared Calling policies are granted to groups and taken from them in chat. */
@NullMarked
package dev.linekeeper.chat.groups;

import org.jspecify.annotations.NullMarked;
