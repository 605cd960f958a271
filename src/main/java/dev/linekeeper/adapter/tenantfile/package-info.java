/**
 * A tenant as one JSON file: read with errors that name the place, held as a model that behaves like the real service,
 * and written back to a working copy. Behind offline checks, the demo and most tests.
 */
@NullMarked
package dev.linekeeper.adapter.tenantfile;

import org.jspecify.annotations.NullMarked;
