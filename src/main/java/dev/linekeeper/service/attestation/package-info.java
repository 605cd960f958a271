/** Attesting and taking it back, the reminder before it is over, and what is kept of it. */
@NullMarked
package dev.linekeeper.service.attestation;

import org.jspecify.annotations.NullMarked;
