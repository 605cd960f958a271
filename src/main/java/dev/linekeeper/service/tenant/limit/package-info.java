/** How fast the interfaces of Microsoft may be called, and how long to wait between tries. */
@NullMarked
package dev.linekeeper.service.tenant.limit;

import org.jspecify.annotations.NullMarked;
