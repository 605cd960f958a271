/** What happens, as far as the configuration shows, when somebody dials an emergency number. Never that a call will work. */
@NullMarked
package dev.linekeeper.core.emergency;

import org.jspecify.annotations.NullMarked;
