/** What was chosen for a site, kept and read together with the tenant as it is now. */
@NullMarked
package dev.linekeeper.service.site;

import org.jspecify.annotations.NullMarked;
