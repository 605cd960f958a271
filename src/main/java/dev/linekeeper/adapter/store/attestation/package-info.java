/** What people attested, in a table. */
@NullMarked
package dev.linekeeper.adapter.store.attestation;

import org.jspecify.annotations.NullMarked;
