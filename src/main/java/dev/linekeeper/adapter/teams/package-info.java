/** Microsoft Teams: the bot endpoint, its token check, cards and messages. The only package that uses the Bot Framework SDK. */
@NullMarked
package dev.linekeeper.adapter.teams;

import org.jspecify.annotations.NullMarked;
