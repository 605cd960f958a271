/** The simulated tenant as Teams PowerShell: a host process, and its cmdlets. */
@NullMarked
package dev.linekeeper.simulator.powershell;

import org.jspecify.annotations.NullMarked;
