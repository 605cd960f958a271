/** Enquiries of people to the voice team: asked, taken, answered. */
@NullMarked
package dev.linekeeper.service.enquiry;

import org.jspecify.annotations.NullMarked;
