/** Shell commands about telephone numbers. */
@NullMarked
package dev.linekeeper.adapter.cli.numbers;

import org.jspecify.annotations.NullMarked;
