/** Whom the rows of a list mean, and what asking for them would come to. */
@NullMarked
package dev.linekeeper.service.bulk.judging;

import org.jspecify.annotations.NullMarked;
