/** Free numbers that somebody reserved: for whom or for what, until when, and which plan would take one from them. */
@NullMarked
package dev.linekeeper.core.reservation;

import org.jspecify.annotations.NullMarked;
