/** Overrides asked for, decided, watched and ended; kept in a store. */
@NullMarked
package dev.linekeeper.service.override;

import org.jspecify.annotations.NullMarked;
