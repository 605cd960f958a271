/** What a tenant file says, as values that never change. */
@NullMarked
package dev.linekeeper.adapter.tenantfile.content;

import org.jspecify.annotations.NullMarked;
