package dev.linekeeper.core.drift;

import dev.linekeeper.core.enrolment.EffectivePolicy;
import dev.linekeeper.core.enrolment.EffectivePolicy.Origin;
import dev.linekeeper.core.history.Licence;
import dev.linekeeper.core.history.Setting;
import dev.linekeeper.core.history.Setting.SettingKind;
import dev.linekeeper.core.history.SettingChange;
import java.util.Collection;

/** What Teams takes away itself from who loses a licence: it follows from that, and is no drift of its own. */
final class Followers {
    private Followers() {}

    /** Whether a licence was lost. */
    static boolean isLoss(SettingChange change) {
        return change.setting().kind() == SettingKind.LICENCE && change.to().equals(false);
    }

    /** Whether nobody can call without that licence. */
    static boolean needed(Setting licence) {
        return switch (Licence.valueOf(licence.of())) {
            case TEAMS, TEAMS_PHONE -> true;
            case CALLING_PLAN, PAY_AS_YOU_GO -> false;
        };
    }

    /** Whether the change follows from the loss of that licence. */
    static boolean follows(Setting lost, SettingChange change) {
        return switch (change.setting().kind()) {
            case LICENCE -> isLoss(change);
            case NUMBERS -> ((Collection<?>) change.to()).isEmpty();
            case VOICE -> change.to().equals(false) && needed(lost);
            case POLICY -> ((EffectivePolicy) change.to()).origin() == Origin.GLOBAL && needed(lost);
            case PLACE, USAGE_LOCATION -> false;
        };
    }
}
