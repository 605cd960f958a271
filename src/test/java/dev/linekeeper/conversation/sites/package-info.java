/** Conversations about new sites: what has to be there, whose job it is, and how far it is. */
package dev.linekeeper.conversation.sites;
