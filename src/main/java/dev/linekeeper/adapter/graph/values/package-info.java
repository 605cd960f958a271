/** How objects of the Graph SDK keep what was read. */
@NullMarked
package dev.linekeeper.adapter.graph.values;

import org.jspecify.annotations.NullMarked;
