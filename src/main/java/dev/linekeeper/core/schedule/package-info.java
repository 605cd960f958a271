/** From when and until when something holds. */
@NullMarked
package dev.linekeeper.core.schedule;

import org.jspecify.annotations.NullMarked;
