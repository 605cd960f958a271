/** What voice admins hear of that nobody asked for: news, and the digest of a week. */
@NullMarked
package dev.linekeeper.service.digest;

import org.jspecify.annotations.NullMarked;
