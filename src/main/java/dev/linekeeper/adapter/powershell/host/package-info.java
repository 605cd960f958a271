/** The PowerShell process: started, signed in, spoken to in lines, and given up when it misbehaves. */
@NullMarked
package dev.linekeeper.adapter.powershell.host;

import org.jspecify.annotations.NullMarked;
