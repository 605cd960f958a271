/** Microsoft Entra ID: how an app registration in the settings becomes a credential that gives out tokens. */
@NullMarked
package dev.linekeeper.adapter.entra;

import org.jspecify.annotations.NullMarked;
