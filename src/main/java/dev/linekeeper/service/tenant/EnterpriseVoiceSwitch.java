package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.UserId;

/** Turns Enterprise Voice on and off without a number. Only Teams PowerShell can do it. */
public interface EnterpriseVoiceSwitch extends Backend {
    /** Harmless when the switch is set so already. */
    WriteReceipt set(UserId person, boolean on, ChangeKey key);
}
