/** A list of people for whom the same change is asked for: its rows, and what asking would come to for each. */
@NullMarked
package dev.linekeeper.core.bulk;

import org.jspecify.annotations.NullMarked;
