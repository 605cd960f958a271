package dev.linekeeper.core.history;

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

    Setting(SettingKind kind) {
        this(kind, "");
    }
}
