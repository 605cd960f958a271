/**
 * Microsoft Graph as a backend: people, licences, voice settings, numbers and policy grants. The only package that uses
 * the Graph SDK.
 */
@NullMarked
package dev.linekeeper.adapter.graph;

import org.jspecify.annotations.NullMarked;
