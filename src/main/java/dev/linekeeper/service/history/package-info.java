/** The history of people's voice settings: where it is kept, the sweep that reads everybody, and how a moment is found in it. */
@NullMarked
package dev.linekeeper.service.history;

import org.jspecify.annotations.NullMarked;
