/**
 * A tenant as one JSON file, read only, with errors that name the place. Behind offline checks, the demo and most tests.
 */
@NullMarked
package dev.linekeeper.adapter.tenantfile;

import org.jspecify.annotations.NullMarked;
