/** What stands behind people at the shell: policies, accounts and their numbers, made, changed and removed, or only previewed. */
@NullMarked
package dev.linekeeper.adapter.cli.policies;

import org.jspecify.annotations.NullMarked;
