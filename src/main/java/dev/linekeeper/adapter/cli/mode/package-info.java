/** The mode in the shell. */
@NullMarked
package dev.linekeeper.adapter.cli.mode;

import org.jspecify.annotations.NullMarked;
