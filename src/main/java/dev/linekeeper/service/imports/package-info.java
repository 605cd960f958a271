/** Lists of people that somebody gave to be enrolled: kept, judged in the background, and asked for when their owner says so. */
@NullMarked
package dev.linekeeper.service.imports;

import org.jspecify.annotations.NullMarked;
