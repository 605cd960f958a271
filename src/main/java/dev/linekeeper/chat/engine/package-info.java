/**
 * A sentence or a button finds its command: phrases, slots, roles, asking back, and which buttons a reader is
 * shown.
 */
@NullMarked
package dev.linekeeper.chat.engine;

import org.jspecify.annotations.NullMarked;
