/** Shared Calling policies at the shell: made, changed and removed, or only previewed. */
@NullMarked
package dev.linekeeper.adapter.cli.policies;

import org.jspecify.annotations.NullMarked;
