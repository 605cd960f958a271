/** Telephone numbers in conversations: looked up and listed. */
package dev.linekeeper.conversation.numbers;
