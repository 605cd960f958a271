/** What Linekeeper knows of Shared Calling, in plain Java; here only what all of its rooms need. */
@NullMarked
package dev.linekeeper.core;

import org.jspecify.annotations.NullMarked;
