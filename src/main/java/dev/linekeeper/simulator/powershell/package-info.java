/** The simulated tenant behind a PowerShell host process, answered cmdlet by cmdlet. */
@NullMarked
package dev.linekeeper.simulator.powershell;

import org.jspecify.annotations.NullMarked;
