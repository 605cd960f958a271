package dev.linekeeper.chat.history;

import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.history.Licence;
import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.history.PersonSettings.OwnLine;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.history.TimelineEntry;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The cards of a person's history. */
final class HistoryCards {
    private static final int ROWS = 10;
    private static final int CHANGES = 3;

    private HistoryCards() {}

    /** What changed when, the newest first; of entries before version {@code older} only. */
    static Listing timeline(DirectoryEntry person, List<TimelineEntry> all, int older) {
        var entries = all.reversed().stream()
                .filter(entry -> entry.version().number() < older)
                .toList();
        var more = new ArrayList<Suggestion>();
        if (entries.size() > ROWS) {
            more.add(new Suggestion(
                    Explanation.of("chat.history.older"),
                    "",
                    press(CommandVerbs.HISTORY, person, entries.get(ROWS - 1).version(), "older than ")));
        }
        return new Listing(
                Explanation.of("chat.history.title", person.displayName()),
                Explanation.of(
                        "chat.history.text",
                        all.size() - 1,
                        all.getFirst().version().since(),
                        all.getLast().version().until()),
                entries.stream().limit(ROWS).map(entry -> row(person, entry)).toList(),
                Math.max(0, entries.size() - ROWS),
                more);
    }

    private static Row row(DirectoryEntry person, TimelineEntry entry) {
        return new Row(
                entry.before().isPresent() && entry.version().request().isEmpty() ? Tone.WARNING : Tone.INFO,
                when(entry),
                changes(entry),
                Optional.of(press(CommandVerbs.HISTORY, person, entry.version(), "")));
    }

    /** When and by whom, as far as a request says so; nobody else is named. */
    static Explanation when(TimelineEntry entry) {
        var version = entry.version();
        return entry.before()
                .map(before -> version.request()
                        .map(request -> Explanation.of("chat.history.ours", version.since(), request))
                        .orElseGet(() -> Explanation.of("chat.history.found", before, version.since())))
                .orElseGet(() -> Explanation.of("chat.history.first", version.since()));
    }

    static Explanation changes(TimelineEntry entry) {
        var all = entry.changes();
        var shown = all.stream().limit(CHANGES).toList();
        if (all.isEmpty()) {
            return Explanation.of("chat.history.first.text");
        }
        return all.size() <= CHANGES
                ? Explanation.of("chat.history.changes", shown)
                : Explanation.of("chat.history.changes.more", shown, all.size() - CHANGES);
    }

    /** Everything of one version, with the way back to it. */
    static Sheet version(DirectoryEntry person, TimelineEntry entry) {
        var version = entry.version();
        String upn = person.userPrincipalName();
        return new Sheet(
                Explanation.of("chat.history.version.title", person.displayName()),
                Tone.INFO,
                Explanation.of("chat.history.version.text", version.since(), version.until()),
                details(version.settings()),
                entry.changes(),
                List.of(
                        new Suggestion(
                                Explanation.of("chat.history.restore"),
                                "restore %s to version %d".formatted(upn, version.number()),
                                press(CommandVerbs.RESTORE, person, version, "")),
                        new Suggestion(
                                Explanation.of("chat.history.all"),
                                "history " + upn,
                                ChatInput.press(CommandVerbs.HISTORY, Slot.PERSON, upn))));
    }

    private static List<Sheet.Detail> details(PersonSettings settings) {
        var details = new ArrayList<Sheet.Detail>();
        details.add(detail(
                "voice",
                settings.voiceOn().map(on -> Explanation.of(on ? "chat.history.voice.on" : "chat.history.voice.off"))));
        details.add(detail(
                "numbers",
                settings.numbers()
                        .map(lines -> lines.isEmpty()
                                ? Explanation.of("chat.history.none-held")
                                : Explanation.of(
                                        "chat.list",
                                        lines.stream().map(OwnLine::number).toList()))));
        for (var kind : PolicyKind.values()) {
            details.add(Sheet.detail("policy-kind." + kind, said(settings.policy(kind))));
        }
        details.add(detail(
                "usage",
                settings.usageLocation()
                        .map(country -> country.isEmpty()
                                ? Explanation.of("chat.history.none-held")
                                : Explanation.of("chat.name", country))));
        details.add(detail("licences", licences(settings)));
        return details;
    }

    private static Optional<Explanation> licences(PersonSettings settings) {
        var held = Arrays.stream(Licence.values())
                .filter(licence -> settings.licences().getOrDefault(licence, false))
                .toList();
        return Optional.of(
                        held.isEmpty() ? Explanation.of("chat.history.none-held") : Explanation.of("chat.list", held))
                .filter(_ -> !settings.licences().isEmpty());
    }

    private static Sheet.Detail detail(String key, Optional<Explanation> value) {
        return Sheet.detail("chat.history." + key, said(value));
    }

    private static Explanation said(Optional<Explanation> value) {
        return value.orElseGet(() -> Explanation.of("chat.history.not-read"));
    }

    private static ChatInput.ButtonPress press(
            String verb, DirectoryEntry person, SettingsVersion version, String before) {
        return ChatInput.press(verb, Slot.PERSON, person.userPrincipalName())
                .with(Slot.TIME, before + "version " + version.number());
    }
}
