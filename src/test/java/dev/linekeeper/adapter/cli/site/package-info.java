/** A site, and what stands behind people, asked for at a shell beside the chat in which others approve. */
@NullMarked
package dev.linekeeper.adapter.cli.site;

import org.jspecify.annotations.NullMarked;
