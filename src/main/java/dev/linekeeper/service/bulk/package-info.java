/** Many people at once: a list somebody gave becomes rows, rows become people, and people what asking would come to. */
@NullMarked
package dev.linekeeper.service.bulk;

import org.jspecify.annotations.NullMarked;
