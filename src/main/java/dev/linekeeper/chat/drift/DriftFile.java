package dev.linekeeper.chat.drift;

import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.files.FileOffer;
import dev.linekeeper.chat.files.FileSource;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.bulk.SpreadsheetRows;
import dev.linekeeper.service.drift.DriftPerson;
import dev.linekeeper.service.drift.DriftStore;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Directory;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everybody of a drift as a file, with what changed for them and why they cannot be put back, in the reader's language. */
public record DriftFile(DriftStore store, Directory directory, Roles roles, AuditTrail trail, Clock clock)
        implements FileSource {
    private static final String KIND = "drift-people";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int PAGE = 500;
    private static final long BYTES_A_PERSON = 200;

    @Override
    public String kind() {
        return KIND;
    }

    /** What a person is offered; empty when there is no such drift. */
    Optional<FileOffer> offer(RequestId id, Locale reader) {
        return store.find(id)
                .map(stored -> new FileOffer(
                        id + "-drift.csv",
                        DriftTexts.say("file.about", DriftTexts.title(stored)),
                        BYTES_A_PERSON * stored.people(),
                        KIND,
                        id.number() + " " + reader.toLanguageTag()));
    }

    @Override
    public Optional<byte[]> content(String id, UserId person) {
        String[] parts = id.split(" ", 2);
        return RequestId.parse(parts[0])
                .filter(drift -> store.find(drift).isPresent() && roles.hasAny(person, DriftCards.READERS))
                .map(drift -> {
                    trail.append(new AuditEntry(
                            clock.instant(),
                            Optional.of(person),
                            Action.READ,
                            Optional.of(drift),
                            Optional.empty(),
                            Map.of("command", DriftCards.REPORT)));
                    return csv(drift, Wording.of(Locale.forLanguageTag(parts[parts.length - 1])))
                            .getBytes(StandardCharsets.UTF_8);
                });
    }

    private String csv(RequestId drift, Wording wording) {
        var file = new StringWriter().append(BYTE_ORDER_MARK);
        var rows = new SpreadsheetRows(
                file, wording.say(Explanation.of("bulk.file.separator")).charAt(0));
        rows.add(List.of("user", "name", "id", "changes", "back", "cannot"));
        int from = 0;
        for (var page = store.people(drift, from, PAGE); !page.isEmpty(); page = store.people(drift, from, PAGE)) {
            from += PAGE;
            Map<UserId, DirectoryEntry> people =
                    directory.findMany(page.stream().map(DriftPerson::person).collect(Collectors.toSet()));
            page.forEach(one -> rows.add(line(one, Optional.ofNullable(people.get(one.person())), wording)));
        }
        return file.toString();
    }

    private static List<String> line(DriftPerson one, Optional<DirectoryEntry> entry, Wording wording) {
        return List.of(
                entry.map(DirectoryEntry::userPrincipalName).orElse(""),
                entry.map(DirectoryEntry::displayName).orElse(""),
                one.person().value(),
                one.changes().stream().map(wording::say).collect(Collectors.joining("; ")),
                one.back() ? "yes" : "no",
                one.cannot().map(wording::say).orElse(""));
    }
}
