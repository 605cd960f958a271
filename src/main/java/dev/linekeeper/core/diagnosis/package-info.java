/** Why somebody cannot call, and what happens when something goes away. */
@NullMarked
package dev.linekeeper.core.diagnosis;

import org.jspecify.annotations.NullMarked;
