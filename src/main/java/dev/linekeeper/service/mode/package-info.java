/** The mode that is chosen while running: by an owner, and live by two people. */
@NullMarked
package dev.linekeeper.service.mode;

import org.jspecify.annotations.NullMarked;
