/**
 * What Microsoft Graph can answer and do: people, licences, voice settings, numbers and grants. The only room that
 * knows the Graph SDK.
 */
@NullMarked
package dev.linekeeper.adapter.graph;

import org.jspecify.annotations.NullMarked;
