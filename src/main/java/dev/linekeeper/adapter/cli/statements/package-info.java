/** What people said of a tenant and the bot keeps, for the answers of the shell. */
@NullMarked
package dev.linekeeper.adapter.cli.statements;

import org.jspecify.annotations.NullMarked;
