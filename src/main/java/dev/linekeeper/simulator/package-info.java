/** The model of a tenant file served as Microsoft Graph on this machine, so that the demo and the tests run the real adapter. */
@NullMarked
package dev.linekeeper.simulator;

import org.jspecify.annotations.NullMarked;
