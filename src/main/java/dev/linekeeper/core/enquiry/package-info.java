/** What people without a role ask of the voice team. */
@NullMarked
package dev.linekeeper.core.enquiry;

import org.jspecify.annotations.NullMarked;
