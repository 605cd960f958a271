/** Shell commands about lists of people: what asking for everybody on one would come to, and asking for those who are ready. */
@NullMarked
package dev.linekeeper.adapter.cli.lists;

import org.jspecify.annotations.NullMarked;
