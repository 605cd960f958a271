/** What the tenant alone does not say of a change behind people before it is asked for: what others are to have, and whose names are. */
@NullMarked
package dev.linekeeper.service.fixes;

import org.jspecify.annotations.NullMarked;
