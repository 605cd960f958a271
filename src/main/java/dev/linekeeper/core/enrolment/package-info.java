/** Plans to enrol people in Shared Calling, to remove them and to undo that; what a plan leads to and how risky it is. */
@NullMarked
package dev.linekeeper.core.enrolment;

import org.jspecify.annotations.NullMarked;
