/** What commands print: tables, JSON, CSV. Knows no command. */
@NullMarked
package dev.linekeeper.adapter.cli.output;

import org.jspecify.annotations.NullMarked;
