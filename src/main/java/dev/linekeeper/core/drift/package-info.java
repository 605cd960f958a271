/** Settings of people that changed without us: what counts, how grave it is, and which changes have one cause. */
@NullMarked
package dev.linekeeper.core.drift;

import org.jspecify.annotations.NullMarked;
