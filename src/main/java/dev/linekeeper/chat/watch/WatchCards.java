package dev.linekeeper.chat.watch;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.digest.NewsCards;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.watch.MoveOutlook;
import dev.linekeeper.core.watch.WatchCause;
import dev.linekeeper.core.watch.WatchFinding;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.watch.WatchStore;
import dev.linekeeper.service.watch.WatchSubject;
import dev.linekeeper.service.watch.WatchTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cards of the watch, as things are when they are shown. What is over says so. */
public record WatchCards(WatchStore store, TenantView tenant, Directory directory, DisplayNames names)
        implements NewsCards {
    private static final int NAMED = 10;
    private static final int RULES = 3;
    private static final int POLICIES = 3;

    @Override
    public String kind() {
        return WatchSubject.KIND;
    }

    /** Where others read along, nothing of what the person is or does is on it. */
    @Override
    public Answer card(NewsItem item, Caller reader) {
        var subject = WatchSubject.parse(item.subject());
        if (subject.topic() == WatchTopic.RELEASED) {
            return sheet("chat.watch.RELEASED", Tone.GOOD, name(subject), List.of(), List.of());
        }
        List<WatchFinding> findings = subject.person().map(store::findings).orElseGet(store::findings).stream()
                .filter(subject::covers)
                .toList();
        if (findings.isEmpty()) {
            return sheet("chat.watch.over", Tone.GOOD, name(subject), List.of(), List.of());
        }
        return subject.person()
                .map(person -> of(subject, findings, directory.find(person), reader))
                .orElseGet(() -> many(subject, findings));
    }

    private String name(WatchSubject subject) {
        return subject.person().map(names::of).orElse("");
    }

    private static Sheet sheet(
            String key, Tone tone, Object about, List<Sheet.Detail> details, List<Suggestion> suggestions) {
        return new Sheet(
                Explanation.of(key + ".title", about),
                tone,
                Explanation.of(key + ".text", about),
                details,
                List.of(),
                suggestions);
    }

    /** The same happened to more people than are asked for by themselves. */
    private static Answer many(WatchSubject subject, List<WatchFinding> findings) {
        var people = findings.stream()
                .filter(finding -> finding.request().isEmpty())
                .map(WatchFinding::name)
                .distinct()
                .toList();
        var buttons = new ArrayList<Suggestion>();
        if (subject.topic() == WatchTopic.DISABLED) {
            buttons.add(NoteCards.say("remove leavers", "chat.watch.remove-all"));
        }
        buttons.add(NoteCards.say("leavers", "chat.watch.show"));
        return sheet("chat.watch.many." + subject.topic(), Tone.WARNING, people.size(), List.of(who(people)), buttons);
    }

    /** The first of the people by their names, and how many more there are. */
    static Sheet.Detail who(List<String> people) {
        var some = people.stream().limit(NAMED).map(RequestCards::name).toList();
        return Sheet.detail(
                "chat.watch.who",
                some.size() == people.size()
                        ? Explanation.of("chat.watch.names", some)
                        : Explanation.of("chat.watch.names.more", some, people.size() - some.size()));
    }

    private Answer of(
            WatchSubject subject, List<WatchFinding> findings, Optional<DirectoryEntry> entry, Caller reader) {
        String name = findings.getFirst().name();
        if (subject.topic() == WatchTopic.DELETED || entry.isEmpty()) {
            return sheet("chat.watch.DELETED", Tone.WARNING, name, List.of(), List.of());
        }
        var details = new ArrayList<Sheet.Detail>();
        var buttons = new ArrayList<Suggestion>();
        String upn = entry.get().userPrincipalName();
        if (subject.topic() == WatchTopic.MOVED && !reader.othersReadAlong()) {
            moved(findings, entry.get(), details, buttons);
        }
        buttons.add(NoteCards.say("remove " + upn, "chat.watch.remove"));
        if (subject.topic() == WatchTopic.UNLICENSED) {
            buttons.add(NoteCards.say("history " + upn, "chat.watch.history"));
        }
        buttons.add(NoteCards.say("ignore " + upn, "chat.watch.leave"));
        return sheet("chat.watch." + subject.topic(), Tone.WARNING, name, details, buttons);
    }

    private void moved(
            List<WatchFinding> findings, DirectoryEntry entry, List<Sheet.Detail> details, List<Suggestion> buttons) {
        for (WatchFinding finding : findings) {
            boolean country = finding.cause() == WatchCause.COUNTRY;
            String now = country
                    ? entry.usageLocation()
                            .known()
                            .flatMap(place -> place.map(Country::iso))
                            .orElse("?")
                    : entry.department().orElse("?");
            details.add(Sheet.detail(
                    "chat.watch." + finding.cause(),
                    Explanation.of("chat.watch.from-to", RequestCards.name(finding.before()), RequestCards.name(now))));
        }
        var before = findings.stream()
                .filter(finding -> finding.cause() == WatchCause.COUNTRY)
                .findFirst()
                .map(finding -> new Country(finding.before()));
        var outlook = MoveOutlook.of(tenant.person(entry), tenant.readiness(tenant.snapshot()), before);
        details.add(Sheet.detail(
                "chat.watch.policy",
                outlook.now()
                        .map(PolicyName::value)
                        .map(RequestCards::name)
                        .orElseGet(() -> Explanation.of("chat.watch.policy.unread"))));
        outlook.broken().stream()
                .limit(RULES)
                .forEach(finding -> details.add(new Sheet.Detail(
                        Explanation.of("chat.watch.broken"),
                        finding.explanation().orElseGet(finding.rule()::titleText))));
        outlook.fitting().stream()
                .limit(POLICIES)
                .forEach(policy -> buttons.add(new Suggestion(
                        Explanation.of("chat.watch.move", policy),
                        "move %s to %s".formatted(entry.userPrincipalName(), policy),
                        NoteCards.say("move %s to %s".formatted(entry.userPrincipalName(), policy))
                                .press())));
    }
}
