/** Lists and batches in conversations: their cards, files that are none, and times in which nobody begins. */
package dev.linekeeper.conversation.many;
