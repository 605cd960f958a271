/** What is said and shown about changes for many people at once. */
@NullMarked
package dev.linekeeper.chat.bulk;

import org.jspecify.annotations.NullMarked;
