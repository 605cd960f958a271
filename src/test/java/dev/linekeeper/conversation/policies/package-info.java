/** Conversations about Shared Calling policies: what stands behind the people is asked for like anything else. */
package dev.linekeeper.conversation.policies;
