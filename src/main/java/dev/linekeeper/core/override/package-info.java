/** Overrides: that somebody is enrolled although an emergency rule fails, for some days, and who answers for it. */
@NullMarked
package dev.linekeeper.core.override;

import org.jspecify.annotations.NullMarked;
