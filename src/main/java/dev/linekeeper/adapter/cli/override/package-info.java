/** Overrides of emergency gaps in the shell. */
@NullMarked
package dev.linekeeper.adapter.cli.override;

import org.jspecify.annotations.NullMarked;
