/** Which person is meant, and what they may do. */
@NullMarked
package dev.linekeeper.service.people;

import org.jspecify.annotations.NullMarked;
