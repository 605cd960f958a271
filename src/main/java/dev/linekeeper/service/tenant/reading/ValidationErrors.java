package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.Backend;
import java.util.List;

/** What Teams itself finds wrong with somebody's account (rule USR-12). Only Teams PowerShell tells, one person a call. */
public interface ValidationErrors extends Backend {
    List<String> of(UserId person);
}
