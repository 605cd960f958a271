/** An approved plan as a PowerShell script that an admin can read, try out and run without Linekeeper. */
@NullMarked
package dev.linekeeper.core.script;

import org.jspecify.annotations.NullMarked;
