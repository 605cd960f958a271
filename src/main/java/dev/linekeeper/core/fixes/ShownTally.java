package dev.linekeeper.core.fixes;

import dev.linekeeper.core.callerid.CallerId;
import dev.linekeeper.core.callerid.CallerId.CallerIdKind;
import dev.linekeeper.core.callerid.CallerIdResolver;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import java.util.ArrayList;
import java.util.List;

/** Of those who have a caller ID policy, who will show another number than now, as far as it can be told. */
final class ShownTally {
    private static final int NAMED = 3;

    private final List<String> others = new ArrayList<>();
    private int changed;
    private int unknown;

    void look(Report<PersonCase> now, Report<PersonCase> then) {
        CallerId before = CallerIdResolver.normal(now);
        CallerId after = CallerIdResolver.normal(then);
        if (before.kind() == CallerIdKind.UNDETERMINED || after.kind() == CallerIdKind.UNDETERMINED) {
            unknown++;
        } else if (!text(before).equals(text(after))) {
            changed++;
            if (others.size() < NAMED) {
                others.add("%s: %s → %s".formatted(now.subject().person().displayName(), text(before), text(after)));
            }
        }
    }

    private static String text(CallerId shown) {
        return shown.number().map(Object::toString).orElse("–");
    }

    Explanation said() {
        return Explanation.of("plan.risk.fix.shown", changed, List.copyOf(others), unknown);
    }
}
