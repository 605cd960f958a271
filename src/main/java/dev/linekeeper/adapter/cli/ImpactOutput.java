package dev.linekeeper.adapter.cli;

import dev.linekeeper.core.diagnosis.Impact;
import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** An impact for scripts and spreadsheets; people by their user principal names. */
record ImpactOutput(String subject, Impact impact, Map<UserId, DirectoryEntry> people) {
    ObjectNode json(Function<Explanation, String> wording) {
        var callbacks = Json.MAPPER.createArrayNode();
        impact.callbacks()
                .forEach(loss -> callbacks.add(Json.MAPPER
                        .createObjectNode()
                        .put("policy", loss.policy().value())
                        .put("left", loss.left())));
        return Json.MAPPER
                .createObjectNode()
                .put("subject", subject)
                .put("summary", wording.apply(impact.summary()))
                .set(
                        "policies",
                        Json.texts(impact.policies().stream()
                                .map(PolicyName::value)
                                .toList()))
                .set("callbacks", callbacks)
                .set("loseOutbound", Json.texts(names(impact.loseOutbound())))
                .set("callDifferently", Json.texts(names(impact.callDifferently())))
                .set("cannotTell", Json.texts(names(impact.cannotTell())))
                .set("gaps", Json.texts(impact.gaps()));
    }

    void csv(Csv csv) {
        csv.row(List.of("subject", "what", "name", "effect"));
        impact.policies().forEach(policy -> csv.row(List.of(subject, "policy", policy.value(), "STOPS_WORKING")));
        impact.callbacks()
                .forEach(loss -> csv.row(
                        List.of(subject, "policy", loss.policy().value(), "CALLBACK_NUMBERS_LEFT " + loss.left())));
        rows(csv, impact.loseOutbound(), "LOSES_OUTBOUND");
        rows(csv, impact.callDifferently(), "CALLS_DIFFERENTLY");
        rows(csv, impact.cannotTell(), "CANNOT_TELL");
        impact.gaps().forEach(gap -> csv.row(List.of(subject, "tenant", gap, "NOT_READ")));
    }

    private void rows(Csv csv, List<UserId> ids, String effect) {
        names(ids).forEach(name -> csv.row(List.of(subject, "person", name, effect)));
    }

    private List<String> names(List<UserId> ids) {
        return ids.stream()
                .map(id -> Optional.ofNullable(people.get(id))
                        .map(DirectoryEntry::userPrincipalName)
                        .orElse(id.value()))
                .toList();
    }
}
