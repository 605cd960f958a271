/** The vocabulary of Shared Calling: people, numbers, accounts, policies and places, each as far as it could be read. */
@NullMarked
package dev.linekeeper.core.tenant;

import org.jspecify.annotations.NullMarked;
