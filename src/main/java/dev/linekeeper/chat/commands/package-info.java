/** What people can ask for, one statement a command, by subject. */
@NullMarked
package dev.linekeeper.chat.commands;

import org.jspecify.annotations.NullMarked;
