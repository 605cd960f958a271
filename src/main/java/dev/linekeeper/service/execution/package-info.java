/** Approved requests are carried out: step by step, read back, judged again; by hand where an admin prefers it. */
@NullMarked
package dev.linekeeper.service.execution;

import org.jspecify.annotations.NullMarked;
