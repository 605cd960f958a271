/** What happened, who did it and with what right: a trail that only grows and shows when it was tampered with. */
@NullMarked
package dev.linekeeper.service.audit;

import org.jspecify.annotations.NullMarked;
