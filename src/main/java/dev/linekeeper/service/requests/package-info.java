/** Requests: asked for, decided, applied and undone; with the ports these need. */
@NullMarked
package dev.linekeeper.service.requests;

import org.jspecify.annotations.NullMarked;
