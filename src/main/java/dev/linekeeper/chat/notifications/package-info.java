/** Messages the bot sends by itself: about requests, to those they concern. */
@NullMarked
package dev.linekeeper.chat.notifications;

import org.jspecify.annotations.NullMarked;
