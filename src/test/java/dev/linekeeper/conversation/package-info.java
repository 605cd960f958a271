/** Conversations with the bot as tests tell them: a connector in Teams' place, and people who say and press things. */
package dev.linekeeper.conversation;
