/** Shared Calling policies are made, changed and removed: what somebody wishes, judged as it would be, as a plan. */
@NullMarked
package dev.linekeeper.core.policies;

import org.jspecify.annotations.NullMarked;
