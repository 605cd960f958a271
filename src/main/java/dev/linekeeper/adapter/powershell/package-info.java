/**
 * Teams PowerShell as a backend: long-lived {@code pwsh} processes that run our {@code host.ps1}, one JSON line a call,
 * a fixed list of cmdlets (src/docs/powershell.md).
 */
@NullMarked
package dev.linekeeper.adapter.powershell;

import org.jspecify.annotations.NullMarked;
