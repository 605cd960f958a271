/** The audit trail in words. */
@NullMarked
package dev.linekeeper.chat.audit;

import org.jspecify.annotations.NullMarked;
