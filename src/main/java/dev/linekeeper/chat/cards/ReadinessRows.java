package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.Optional;

/** Reports as lines of a list. */
public final class ReadinessRows {
    private ReadinessRows() {}

    /** One of many people: what fails, behind the verdict on their emergency calls in short. */
    public static Row ofPerson(DirectoryEntry entry, Report<PersonCase> audit, EmergencyVerdict emergency) {
        var failing = audit.with(Outcome.FAIL).stream()
                .map(it -> it.rule().id().value())
                .toList();
        var what = failing.isEmpty()
                ? ConstantMessages.of("chat.overall", audit.overall())
                : Explanation.of("chat.check.fails", failing);
        return row(audit, emergency, entry.displayName(), what, entry.userPrincipalName());
    }

    /** One of many policies: {@code what} it has, behind the verdict on the emergency calls of everybody with it. */
    public static Row ofPolicy(Report<PolicyCase> report, EmergencyVerdict emergency, Explanation what) {
        String name = report.subject().name().value();
        return row(report, emergency, name, what, name);
    }

    private static Row row(
            Report<?> report, EmergencyVerdict emergency, String name, Explanation what, String checked) {
        return new Row(
                EmergencyDetails.worse(ReadinessCards.tone(report.overall()), emergency),
                Explanation.of("chat.name", name),
                EmergencyLines.inShort(what, emergency),
                Optional.of(ChatInput.press(CommandVerbs.CHECK, Slot.THING, checked)));
    }
}
