/** One person of a tenant as the directory and Teams have them, and the changes that can be made to them. */
@NullMarked
package dev.linekeeper.core.tenant.person;

import org.jspecify.annotations.NullMarked;
