/** What is said and shown about what somebody attested. */
@NullMarked
package dev.linekeeper.chat.attestation;

import org.jspecify.annotations.NullMarked;
