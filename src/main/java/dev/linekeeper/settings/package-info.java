/** Every setting of Linekeeper, validated and converted once; adapters and the wiring read it. */
@NullMarked
package dev.linekeeper.settings;

import org.jspecify.annotations.NullMarked;
