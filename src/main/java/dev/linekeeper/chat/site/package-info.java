/** A new site, guided: the checklist as a card, what is chosen for it, and the buttons to what Linekeeper can ask for. */
@NullMarked
package dev.linekeeper.chat.site;

import org.jspecify.annotations.NullMarked;
