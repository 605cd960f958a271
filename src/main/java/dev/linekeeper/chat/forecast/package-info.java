/** Whether a policy's callback numbers are enough, and what its people cost: the commands and their cards. */
@NullMarked
package dev.linekeeper.chat.forecast;

import org.jspecify.annotations.NullMarked;
