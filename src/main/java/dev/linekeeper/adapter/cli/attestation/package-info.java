/** Attesting at a shell, and what is attested. */
@NullMarked
package dev.linekeeper.adapter.cli.attestation;

import org.jspecify.annotations.NullMarked;
