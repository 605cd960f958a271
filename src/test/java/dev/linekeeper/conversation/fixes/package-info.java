/** Conversations about failing rules that are put right for everybody who fails by them. */
package dev.linekeeper.conversation.fixes;
