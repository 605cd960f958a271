/** Who gets Shared Calling and how: plans derived from what fails, in a safe order, with a way back. */
@NullMarked
package dev.linekeeper.core.enrolment;

import org.jspecify.annotations.NullMarked;
