/** What voice admins are told and asked about people who leave or move. */
@NullMarked
package dev.linekeeper.chat.watch;

import org.jspecify.annotations.NullMarked;
