/** How the store's connections sign in to PostgreSQL where that is done without a password. */
@NullMarked
package dev.linekeeper.adapter.store.signin;

import org.jspecify.annotations.NullMarked;
