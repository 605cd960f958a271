/** Plans to enrol people in Shared Calling, to remove them and to undo that, and the requests that carry plans. */
@NullMarked
package dev.linekeeper.core.enrolment;

import org.jspecify.annotations.NullMarked;
