/** What Shared Calling requires, rule by rule, and what a person, a policy, an account or the tenant still lacks. */
@NullMarked
package dev.linekeeper.core.readiness;

import org.jspecify.annotations.NullMarked;
