package dev.linekeeper.adapter.cli.output;

import dev.linekeeper.core.diagnosis.Impact;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An impact for scripts and spreadsheets; people by their user principal names. */
public record ImpactOutput(String subject, Impact impact, Map<UserId, DirectoryEntry> people) {
    public Map<String, @Nullable Object> json() {
        return ShellJson.members(
                "subject", subject,
                "summary", impact.summary(),
                "policies", impact.policies(),
                "callbacks", impact.callbacks(),
                "loseOutbound", names(impact.loseOutbound()),
                "callDifferently", names(impact.callDifferently()),
                "cannotTell", names(impact.cannotTell()),
                "emergency", EmergencyOutput.verdicts(impact.emergency(), this::name),
                "gaps", impact.gaps());
    }

    public void csv(CsvWriter csv) {
        csv.row("subject", "what", "name", "effect", "emergency");
        impact.policies().forEach(policy -> csv.row(subject, "policy", policy, "STOPS_WORKING", ""));
        impact.callbacks()
                .forEach(loss -> csv.row(subject, "policy", loss.policy(), "CALLBACK_NUMBERS_LEFT " + loss.left(), ""));
        rows(csv, impact.loseOutbound(), "LOSES_OUTBOUND");
        rows(csv, impact.callDifferently(), "CALLS_DIFFERENTLY");
        rows(csv, impact.cannotTell(), "CANNOT_TELL");
        impact.gaps().forEach(gap -> csv.row(subject, "tenant", gap, "NOT_READ", ""));
    }

    private void rows(CsvWriter csv, List<UserId> ids, String effect) {
        ids.forEach(id -> csv.row(
                subject, "person", name(id), effect, impact.emergencyOf(id).headline()));
    }

    private List<String> names(List<UserId> ids) {
        return ids.stream().map(this::name).toList();
    }

    private String name(UserId id) {
        var entry = people.get(id);
        return entry == null ? id.value() : entry.userPrincipalName();
    }
}
