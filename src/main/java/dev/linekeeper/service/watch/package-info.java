/** The watch on the directory: who was changed there, what is known of them, and what is asked and told because of it. */
@NullMarked
package dev.linekeeper.service.watch;

import org.jspecify.annotations.NullMarked;
