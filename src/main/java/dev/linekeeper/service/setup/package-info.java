/** What an owner sets up while running: the groups of roles that no setting names. */
@NullMarked
package dev.linekeeper.service.setup;

import org.jspecify.annotations.NullMarked;
