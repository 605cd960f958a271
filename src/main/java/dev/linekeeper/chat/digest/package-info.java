/** Where news for voice admins goes, and the cards it comes as. */
@NullMarked
package dev.linekeeper.chat.digest;

import org.jspecify.annotations.NullMarked;
