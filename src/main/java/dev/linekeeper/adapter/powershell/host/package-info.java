/** PowerShell processes: started, signed in, called by lines of JSON, and stopped when they misbehave. */
@NullMarked
package dev.linekeeper.adapter.powershell.host;

import org.jspecify.annotations.NullMarked;
