/** What people attest that no API tells: for which rule, about what, and for how long. */
@NullMarked
package dev.linekeeper.core.attestation;

import org.jspecify.annotations.NullMarked;
