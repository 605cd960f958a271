/** Whether everything is set up that Linekeeper needs: what is expected, what was found, and what works without it. */
@NullMarked
package dev.linekeeper.service.checkup;

import org.jspecify.annotations.NullMarked;
