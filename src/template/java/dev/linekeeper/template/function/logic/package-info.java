/** Functions that compare, decide, and ask what a value is. */
@NullMarked
package dev.linekeeper.template.function.logic;

import org.jspecify.annotations.NullMarked;
