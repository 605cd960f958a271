/**
 * Everything that exists only because there is no tenant: a tenant that changes, served as Microsoft Graph and as a
 * PowerShell host on this machine, so that demo and tests run the real adapters; fault switches; and the playground.
 */
@NullMarked
package dev.linekeeper.simulator;

import org.jspecify.annotations.NullMarked;
