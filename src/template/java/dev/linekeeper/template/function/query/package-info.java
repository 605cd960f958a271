/** Functions that look things up by a query: jPath over JSON and XPath over XML. */
@NullMarked
package dev.linekeeper.template.function.query;

import org.jspecify.annotations.NullMarked;
