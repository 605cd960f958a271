/** Telephone numbers as somebody asks about them: whose one is, who shows it, and which of them are free or used. */
@NullMarked
package dev.linekeeper.core.numbers;

import org.jspecify.annotations.NullMarked;
