/** Days as people write them. */
@NullMarked
package dev.linekeeper.chat.schedule;

import org.jspecify.annotations.NullMarked;
