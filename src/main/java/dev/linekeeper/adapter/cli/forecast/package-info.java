/** Whether callback numbers are enough and what sharing costs, in a shell. */
@NullMarked
package dev.linekeeper.adapter.cli.forecast;

import org.jspecify.annotations.NullMarked;
