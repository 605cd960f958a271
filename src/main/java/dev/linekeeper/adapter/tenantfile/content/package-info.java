/** The content of a tenant file, as immutable values. */
@NullMarked
package dev.linekeeper.adapter.tenantfile.content;

import org.jspecify.annotations.NullMarked;
