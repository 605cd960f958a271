/** The preparation of a site at a shell. */
@NullMarked
package dev.linekeeper.adapter.cli.site;

import org.jspecify.annotations.NullMarked;
