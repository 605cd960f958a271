/** The preparation of a new site: what has to be there in which order, whose job it is, and how far the tenant is. */
@NullMarked
package dev.linekeeper.core.site;

import org.jspecify.annotations.NullMarked;
