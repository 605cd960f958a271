/** Functions that reckon, format numbers, and turn one kind of value into another. */
@NullMarked
package dev.linekeeper.template.function.number;

import org.jspecify.annotations.NullMarked;
