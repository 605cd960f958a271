/** Who has a telephone number and who shows it, read of the people it may concern. */
@NullMarked
package dev.linekeeper.service.numbers;

import org.jspecify.annotations.NullMarked;
