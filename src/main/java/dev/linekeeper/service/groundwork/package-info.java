/** Plans for what stands behind people, made of the tenant and its groups as they are read now. */
@NullMarked
package dev.linekeeper.service.groundwork;

import org.jspecify.annotations.NullMarked;
