/** What is said to the bot that is no command of its own: thanks, whom to turn to, and what is somebody else's job. */
@NullMarked
package dev.linekeeper.chat.talk;

import org.jspecify.annotations.NullMarked;
