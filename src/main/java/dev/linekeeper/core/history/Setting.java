package dev.linekeeper.core.history;

import dev.linekeeper.core.enrolment.RestorePlanner;
import dev.linekeeper.core.tenant.PolicyKind;

/**
 * One of a person's settings.
 *
 * @param of which one of its kind: a kind of policy, a licence or a number; empty where there is only one
 */
record Setting(SettingKind kind, String of) {
    enum SettingKind {
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

    Setting(SettingKind kind) {
        this(kind, "");
    }
}
