/** What a person's voice settings were: what readings found one after the other, what differs, and what a restore aims at. */
@NullMarked
package dev.linekeeper.core.history;

import org.jspecify.annotations.NullMarked;
