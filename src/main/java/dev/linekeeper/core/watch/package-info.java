/** What the directory says of people under Shared Calling, and what follows from its changes. */
@NullMarked
package dev.linekeeper.core.watch;

import org.jspecify.annotations.NullMarked;
