/** Settings that changed without us: found in the history of everybody's settings, told, accepted or put back. */
@NullMarked
package dev.linekeeper.service.drift;

import org.jspecify.annotations.NullMarked;
