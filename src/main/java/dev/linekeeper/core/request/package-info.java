/** A request from asking to its end: its states, what was decided, and who may decide. */
@NullMarked
package dev.linekeeper.core.request;

import org.jspecify.annotations.NullMarked;
