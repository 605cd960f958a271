/** The tenant is read: one person now, what people share as a snapshot with an age, everybody in turn. */
@NullMarked
package dev.linekeeper.service.tenant.reading;

import org.jspecify.annotations.NullMarked;
