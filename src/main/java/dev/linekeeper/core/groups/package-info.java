/** Shared Calling policies are granted to groups and taken from them: what somebody wishes, whom it reaches, as a plan. */
@NullMarked
package dev.linekeeper.core.groups;

import org.jspecify.annotations.NullMarked;
