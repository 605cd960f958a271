/** Enquiries in a table. */
@NullMarked
package dev.linekeeper.adapter.store.enquiry;

import org.jspecify.annotations.NullMarked;
