/** What a tenant can be asked and told: ports cut by who can answer, and the readings put together from them. */
@NullMarked
package dev.linekeeper.service.tenant;

import org.jspecify.annotations.NullMarked;
