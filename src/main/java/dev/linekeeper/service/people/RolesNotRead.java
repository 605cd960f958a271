package dev.linekeeper.service.people;

import dev.linekeeper.service.tenant.BackendFailure;

/**
 * Whether somebody may do what they asked for could not be looked up: a group of a role could not be read. That is
 * neither a yes nor a no, so nothing is done and nobody is told that they may not.
 */
public final class RolesNotRead extends BackendFailure {
    private static final long serialVersionUID = 1L;

    RolesNotRead(BackendFailure cause) {
        super(cause.kind(), cause.code(), String.valueOf(cause.getMessage()), cause.requestId(), cause.retryAfter());
    }
}
