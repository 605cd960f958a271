/** The same services from a shell. Commands over a tenant file run without Spring, so that they answer at once. */
@NullMarked
package dev.linekeeper.adapter.cli;

import org.jspecify.annotations.NullMarked;
