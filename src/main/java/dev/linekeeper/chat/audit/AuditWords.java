package dev.linekeeper.chat.audit;

import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.cards.ConstantMessages;
import dev.linekeeper.core.request.DecisionProof;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an entry of the trail says, in words: who did what to which request, as what, and what there is to know of it. */
public record AuditWords(DisplayNames names) {
    /** Such as "Lee Chen approved SC-1001, as a member of Voice Approvers". */
    public Explanation headline(AuditEntry entry) {
        String actor = entry.actor().map(names::of).orElse("Linekeeper");
        Object request =
                entry.request().<Object>map(Object::toString).orElseGet(() -> Explanation.of("chat.audit.something"));
        Explanation did = ConstantMessages.of("chat.audit.action", entry.action(), request);
        return Optional.ofNullable(entry.details().get("proof"))
                .flatMap(DecisionProof::group)
                .map(group -> names.of(new Groundwork(GroundworkKind.GROUP, group.value())))
                .map(group -> Explanation.of("chat.audit.row.member", entry.at(), actor, did, group))
                .orElseGet(() -> Explanation.of("chat.audit.row", entry.at(), actor, did));
    }

    /** What else is to be known of it; fingerprints and hashes are in the evidence. */
    public Explanation detail(AuditEntry entry) {
        var details = entry.details();
        return switch (entry.action()) {
            case ASKED -> asked(details);
            case APPROVED -> approved(details);
            case DENIED -> said("DENIED", details, "reason");
            case STEP_DONE -> stepDone(details);
            case STOPPED -> said("STOPPED", details, "step", "detail");
            case COMPLETED -> completed(details);
            case REFUSED ->
                Explanation.of("chat.audit.detail.REFUSED", details.getOrDefault("tried", ""), why(details));
            case READ -> said("READ", details, "command");
            default -> plain(details);
        };
    }

    private static Explanation said(String key, Map<String, String> details, String... names) {
        return details.keySet().containsAll(List.of(names))
                ? Explanation.of(
                        "chat.audit.detail." + key,
                        Stream.of(names).map(details::get).toArray())
                : plain(details);
    }

    private Explanation asked(Map<String, String> details) {
        if (!details.containsKey("approvers")) {
            return said("ASKED_FOR_MANY", details, "reason", "people");
        }
        var deciding = Stream.of(details.get("approvers").split(" "))
                .filter(id -> !id.isEmpty())
                .map(id -> names.of(new UserId(id)))
                .sorted()
                .toList();
        return Explanation.of("chat.audit.detail.ASKED", details.getOrDefault("reason", ""), deciding);
    }

    private static Explanation approved(Map<String, String> details) {
        return details.containsKey("missing")
                ? Explanation.of("chat.audit.detail.APPROVED", Integer.valueOf(details.get("missing")))
                : plain(details);
    }

    /** The step is kept as its number and its name. */
    private static Explanation stepDone(Map<String, String> details) {
        String[] step = details.getOrDefault("step", "").split(" ", 2);
        return step.length < 2 || !details.keySet().containsAll(List.of("before", "after", "readBack"))
                ? plain(details)
                : Explanation.of(
                        "chat.audit.detail.STEP_DONE",
                        step[0],
                        Explanation.of("plan.step." + step[1], details.getOrDefault("after", "")),
                        details.getOrDefault("before", ""),
                        details.getOrDefault("readBack", ""));
    }

    private static Explanation completed(Map<String, String> details) {
        return details.containsKey("overall")
                ? Explanation.of(
                        "chat.audit.detail.COMPLETED", Explanation.of("chat.overall." + details.get("overall")))
                : plain(details);
    }

    /** The refusals of decisions have words; what else was refused says why itself. */
    private static Object why(Map<String, String> details) {
        String why = details.getOrDefault("why", "");
        return switch (why) {
            case "OwnRequest",
                    "Beneficiary",
                    "NotAnApprover",
                    "OutsideScope",
                    "AlreadyApproved",
                    "Expired",
                    "DecidedWithBatch" -> Explanation.of("chat.audit.why." + why);
            default -> why;
        };
    }

    private static Explanation plain(Map<String, String> details) {
        return Explanation.of(
                "chat.name",
                details.entrySet().stream()
                        .filter(detail ->
                                !detail.getKey().toLowerCase(Locale.ROOT).contains("fingerprint"))
                        .map(detail -> detail.getKey() + ": " + detail.getValue())
                        .collect(Collectors.joining(", ")));
    }
}
