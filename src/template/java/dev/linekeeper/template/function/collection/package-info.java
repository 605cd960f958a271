/** Functions of lists and objects: searching, sorting, sets, changed copies. */
@NullMarked
package dev.linekeeper.template.function.collection;

import org.jspecify.annotations.NullMarked;
