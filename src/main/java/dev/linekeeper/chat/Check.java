package dev.linekeeper.chat;

import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.core.readiness.Outcome;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.Report;
import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.service.people.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands between a person, a policy or an account and Shared Calling. */
final class Check implements Command {
    private final Lookup lookup;

    Check(Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String verb() {
        return "check";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("check {thing}"),
                Phrase.of("(check|verify|readiness)"),
                Phrase.of("(verify|inspect|examine) {thing}"),
                Phrase.of("check {thing} (with|for|under|against) {policy}"),
                Phrase.of("(is|are) {thing} ready [for shared calling]"),
                Phrase.of("(can|could) {thing} use shared calling"),
                Phrase.of("would {thing} be ready (with|for|under) {policy}"),
                Phrase.of("is {thing} (ok|okay|fine|set up|configured)"),
                Phrase.of("(readiness|status|state) of {thing}"),
                Phrase.of("how (is|are) {thing} (doing|set up)"),
                Phrase.of("what is (wrong|the matter) with {thing}"),
                Phrase.of("what's (wrong|the matter) with {thing}"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HELPDESK, Role.ADMIN);
    }

    @Override
    public Answer answer(Caller caller, Slots slots) {
        Optional<String> thing = slots.text(Slot.THING);
        if (thing.isEmpty()) {
            return Forms.of(verb(), "check {thing}", List.of(Forms.text(Slot.THING, true, "")));
        }
        String text = thing.get();
        if (text.matches("(?i)all|everyone|everybody|all people|every one")) {
            return all(caller);
        }
        Optional<PolicyName> policy = lookup.policies(lookup.tenant().tenant()).stream()
                .filter(name -> name.value().equalsIgnoreCase(text))
                .findFirst();
        return policy.<Answer>map(this::policy)
                .or(() -> lookup.account(text).map(this::account))
                .orElseGet(() -> person(caller, text, slots));
    }

    private Answer policy(PolicyName name) {
        var snapshot = lookup.tenant();
        return Judgements.of(
                Explanation.of("chat.check.policy", name),
                Readiness.policy(name, snapshot.tenant(), lookup.settings()),
                snapshot.asOf(),
                List.of(Notes.say("emergency " + name), Notes.say("policies")));
    }

    private Answer account(ResourceAccount account) {
        var snapshot = lookup.tenant();
        return Judgements.of(
                Explanation.of("chat.check.account", account.displayName()),
                Readiness.account(account.id(), snapshot.tenant(), lookup.settings()),
                snapshot.asOf(),
                List.of(Notes.say("accounts")));
    }

    private Answer person(Caller caller, String text, Slots slots) {
        return switch (lookup.person(text, caller, name -> pressed(slots.with(Slot.THING, name)))) {
            case Lookup.Found.AskBack<DirectoryEntry>(var answer) -> answer;
            case Lookup.Found.Exactly<DirectoryEntry>(var entry) ->
                slots.text(Slot.POLICY)
                        .map(policy -> under(caller, entry, policy, slots))
                        .orElseGet(() -> audit(caller, entry));
        };
    }

    private Answer audit(Caller caller, DirectoryEntry entry) {
        lookup.read(caller, entry.id(), verb());
        var snapshot = lookup.tenant();
        String upn = entry.userPrincipalName();
        return Judgements.of(
                Explanation.of("chat.check.person", entry.displayName()),
                Readiness.audit(lookup.person(entry), snapshot.tenant(), lookup.settings()),
                snapshot.asOf(),
                List.of(
                        new Answer.Suggestion(
                                Explanation.of("chat.enrol.button"),
                                "enrol " + upn,
                                new Ask.Pressed("enrol", Map.of(Slot.PEOPLE.key(), upn))),
                        Notes.say("caller id of " + upn, "chat.caller-id.button"),
                        Notes.say("emergency " + upn, "chat.emergency.button")));
    }

    private Answer under(Caller caller, DirectoryEntry entry, String policy, Slots slots) {
        return switch (lookup.policy(policy, name -> pressed(slots.with(Slot.POLICY, name)))) {
            case Lookup.Found.AskBack<PolicyName>(var answer) -> answer;
            case Lookup.Found.Exactly<PolicyName>(var name) -> {
                lookup.read(caller, entry.id(), verb());
                var snapshot = lookup.tenant();
                yield Judgements.of(
                        Explanation.of("chat.check.plan", entry.displayName(), name),
                        Readiness.plan(lookup.person(entry), snapshot.tenant(), lookup.settings(), name, false),
                        snapshot.asOf(),
                        List.of(Notes.say(
                                "enrol %s with %s".formatted(entry.userPrincipalName(), name), "chat.enrol.button")));
            }
        };
    }

    /** Everyone with a Shared Calling policy of their own or trouble to tell of; the troubled ones first. */
    private Answer all(Caller caller) {
        var snapshot = lookup.tenant();
        var readiness = new Readiness(snapshot.tenant(), lookup.settings());
        var rows = new ArrayList<Row>();
        lookup.everyone(person -> {
            lookup.read(caller, person.entry().id(), verb());
            rows.add(row(person.entry(), readiness.audit(person)));
        });
        rows.sort(Comparator.comparing(Row::tone).reversed());
        return Listings.of(
                Explanation.of("chat.check.all", rows.size()),
                Explanation.of(
                        "chat.check.all.text",
                        rows.size(),
                        rows.stream()
                                .filter(row -> row.tone() == Answer.Tone.GOOD)
                                .count(),
                        rows.stream()
                                .filter(row -> row.tone() == Answer.Tone.WARNING)
                                .count(),
                        rows.stream()
                                .filter(row -> row.tone() == Answer.Tone.STOP)
                                .count(),
                        snapshot.asOf()),
                rows);
    }

    private static Row row(DirectoryEntry entry, Report<?> report) {
        List<String> failing = report.with(Outcome.FAIL).stream()
                .map(finding -> finding.rule().id().value())
                .toList();
        return new Row(
                Judgements.tone(report.overall()),
                Explanation.of("chat.name", entry.displayName()),
                failing.isEmpty()
                        ? Explanation.of("chat.overall." + report.overall().name())
                        : Explanation.of("chat.check.fails", failing),
                Optional.of(new Ask.Pressed("check", Map.of(Slot.THING.key(), entry.userPrincipalName()))));
    }

    private Ask.Pressed pressed(Slots slots) {
        return new Ask.Pressed(verb(), slots.inputs());
    }
}
