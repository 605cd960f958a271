/** What policies that stand behind people have to say: of which kind one is missing or amiss, and what would be right. */
@NullMarked
package dev.linekeeper.core.fixes.policies;

import org.jspecify.annotations.NullMarked;
