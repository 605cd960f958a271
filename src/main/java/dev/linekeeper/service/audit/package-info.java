/** The audit trail: who did what, when and with what right. It only grows and shows when it was tampered with. */
@NullMarked
package dev.linekeeper.service.audit;

import org.jspecify.annotations.NullMarked;
