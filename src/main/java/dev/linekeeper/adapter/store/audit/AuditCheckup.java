package dev.linekeeper.adapter.store.audit;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.audit.AuditAnchors;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import java.io.UncheckedIOException;
import java.util.List;

/** Checks that the audit trail is whole, and that its head is noted where it lasts. */
record AuditCheckup(AuditWatch watch, AuditAnchors anchors) implements Checkup {
    /** So many records are followed within seconds, by a process that has not done so yet. */
    private static final long QUICK = 20_000;

    @Override
    public List<SetupCheck> checks() {
        watch.checkHead();
        if (watch.wholeAt().isEmpty()
                && watch.found().filter(at -> at.records() <= QUICK).isPresent()) {
            watch.checkWhole();
        }
        return List.of(chain(), anchor());
    }

    private SetupCheck chain() {
        var found = watch.fault()
                .map(fault -> Explanation.of("doctor.found.audit.broken", fault.record(), fault.why()))
                .or(() -> watch.found()
                        .map(at -> watch.wholeAt()
                                .map(when -> Explanation.of("doctor.found.audit", at.records(), at.head(), when))
                                .orElseGet(() -> Explanation.of("doctor.found.audit.head", at.records(), at.head()))))
                .orElseGet(SetupCheck::nothingFound);
        boolean isGood = watch.fault().isEmpty() && watch.wholeAt().isPresent();
        return SetupCheck.of("audit", isGood ? CheckState.GOOD : CheckState.ATTENTION, "", found);
    }

    private SetupCheck anchor() {
        String expected = "linekeeper.audit.anchor-file";
        try {
            var trouble = watch.trouble().map(why -> check(CheckState.ATTENTION, expected, SetupCheck.notChecked(why)));
            return trouble.or(() -> anchors.place().map(place -> place(place, expected)))
                    .orElseGet(() -> check(CheckState.ATTENTION, expected, Explanation.of("doctor.found.anchor.log")));
        } catch (UncheckedIOException unreadable) {
            return check(CheckState.UNKNOWN, expected, SetupCheck.notChecked(String.valueOf(unreadable.getMessage())));
        }
    }

    private SetupCheck place(AuditAnchors.AnchorPlace place, String expected) {
        if (!place.lasts()) {
            return check(CheckState.ATTENTION, expected, Explanation.of("doctor.found.anchor.passing", place.name()));
        }
        return anchors.newest()
                .map(at -> check(
                        CheckState.GOOD, expected, Explanation.of("doctor.found.anchor", place.name(), at.records())))
                .orElseGet(() -> check(
                        CheckState.ATTENTION, expected, Explanation.of("doctor.found.anchor.none", place.name())));
    }

    private static SetupCheck check(CheckState state, String expected, Explanation found) {
        return SetupCheck.of("audit.anchor", state, expected, found);
    }
}
