/** Enquiries in chat: people ask for calling or tell the voice team what is wrong, and follow what becomes of it. */
@NullMarked
package dev.linekeeper.chat.enquiry;

import org.jspecify.annotations.NullMarked;
