/** What the commands of the shell stand on: the program around them, one look at a tenant, and how they refuse. Knows no command. */
@NullMarked
package dev.linekeeper.adapter.cli.command;

import org.jspecify.annotations.NullMarked;
