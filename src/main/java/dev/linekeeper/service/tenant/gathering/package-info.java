/** Asks that many runs make at the same time, gathered into fewer calls: writes, readings of people, members of groups. */
@NullMarked
package dev.linekeeper.service.tenant.gathering;

import org.jspecify.annotations.NullMarked;
