/** Many people at once: a list somebody gave becomes rows, rows people, and people what asking would come to; and how an approved batch is applied. */
@NullMarked
package dev.linekeeper.service.bulk;

import org.jspecify.annotations.NullMarked;
