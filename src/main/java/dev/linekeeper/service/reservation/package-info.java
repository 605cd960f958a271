/** Reserves numbers and cancels that, with the store of reservations; ends those whose days are over. */
@NullMarked
package dev.linekeeper.service.reservation;

import org.jspecify.annotations.NullMarked;
