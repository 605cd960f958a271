/** What is to be known before and while Shared Calling is used, a topic at a time, with Microsoft's pages. */
@NullMarked
package dev.linekeeper.chat.guide;

import org.jspecify.annotations.NullMarked;
