/**
 * What exists only because there is no tenant: a tenant that changes, served as Microsoft Graph and as a PowerShell host
 * on this machine, so that the demo and the tests run the real adapters; faults to switch on; and the chat page.
 */
@NullMarked
package dev.linekeeper.simulator;

import org.jspecify.annotations.NullMarked;
