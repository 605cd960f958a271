/** What Microsoft Entra says of resource accounts, to be changed where a permission of its own was granted. */
@NullMarked
package dev.linekeeper.service.tenant.accounts;

import org.jspecify.annotations.NullMarked;
