/** What fails behind people is put right: which setting can be, with what, and the plan for it, judged as it would be. */
@NullMarked
package dev.linekeeper.core.fixes;

import org.jspecify.annotations.NullMarked;
