/** Changes of what stands behind people, such as the place of a shared number: what it is before and after. */
@NullMarked
package dev.linekeeper.core.tenant.groundwork;

import org.jspecify.annotations.NullMarked;
