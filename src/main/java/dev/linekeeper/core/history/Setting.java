package dev.linekeeper.core.history;

import dev.linekeeper.core.enrolment.RestorePlanner;
import dev.linekeeper.core.tenant.PolicyKind;

/**
 * One of a person's settings.
 *
 * @param of which one of its kind: a kind of policy, a licence or a number; empty where there is only one
 */
public record Setting(SettingKind kind, String of) {
    /** The names are stored: do not rename. */
    public enum SettingKind {
        VOICE,
        NUMBERS,
        PLACE,
        POLICY,
        USAGE_LOCATION,
        LICENCE
    }

    /** Whether it is a policy that plans change. */
    boolean isPlanned() {
        return kind == SettingKind.POLICY && RestorePlanner.restores(PolicyKind.valueOf(of));
    }

    public Setting(SettingKind kind) {
        this(kind, "");
    }
}
