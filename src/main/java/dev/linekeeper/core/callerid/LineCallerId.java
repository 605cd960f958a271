package dev.linekeeper.core.callerid;

import dev.linekeeper.core.tenant.person.Line;

/** What people see when somebody with several numbers calls with this one. */
public record LineCallerId(Line line, CallerId callerId) {}
