/** What people see when you call, why, and who answers when they call back. */
@NullMarked
package dev.linekeeper.core.callerid;

import org.jspecify.annotations.NullMarked;
