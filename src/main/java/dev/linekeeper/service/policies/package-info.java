/** Shared Calling policies from which people are moved before they go, as one request. */
@NullMarked
package dev.linekeeper.service.policies;

import org.jspecify.annotations.NullMarked;
