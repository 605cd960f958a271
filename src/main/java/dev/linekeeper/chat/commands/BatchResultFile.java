package dev.linekeeper.chat.commands;

import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.cards.NeutralRequestCard;
import dev.linekeeper.chat.cards.RequestTexts;
import dev.linekeeper.chat.files.FileSource;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.bulk.SpreadsheetRows;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.tenant.Directory;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every member of a batch with where they stand and why, as CSV in English: for a spreadsheet, and for whoever asks later. */
public record BatchResultFile(
        BatchStore store, Directory directory, DisplayNames names, Roles roles, AuditTrail trail, Clock clock)
        implements FileSource {
    static final String KIND = "batch-result";

    private static final int PAGE = 500;
    private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);
    /** Spreadsheets take a file without it for one in their own old encoding. */
    private static final String UTF_8 = "\uFEFF";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<byte[]> content(String id, UserId person) {
        return RequestId.parse(id)
                .filter(batch -> store.find(batch).isPresent() && roles.hasAny(person, NeutralRequestCard.READERS))
                .map(batch -> {
                    trail.append(new AuditEntry(
                            clock.instant(),
                            Optional.of(person),
                            Action.READ,
                            Optional.of(batch),
                            Optional.empty(),
                            Map.of("command", "result")));
                    return csv(batch).getBytes(StandardCharsets.UTF_8);
                });
    }

    private String csv(RequestId batch) {
        var file = new StringWriter();
        file.append(UTF_8);
        var rows = new SpreadsheetRows(file, ',');
        rows.add(List.of("request", "user", "name", "id", "state", "reason"));
        RequestId after = RequestId.FIRST;
        List<Request> page;
        do {
            page = store.in(batch, EnumSet.allOf(MemberState.class), after, PAGE);
            Map<UserId, DirectoryEntry> people = directory.findMany(page.stream()
                    .flatMap(one -> one.terms().subject().person().stream())
                    .collect(Collectors.toSet()));
            page.forEach(
                    one -> rows.add(line(one, one.terms().subject().person().map(people::get))));
            after = page.isEmpty() ? after : page.getLast().id();
        } while (!page.isEmpty());
        return file.toString();
    }

    private List<String> line(Request member, Optional<DirectoryEntry> person) {
        String why = Stream.concat(Stream.of(RequestTexts.status(member, names)), RequestTexts.notes(member).stream())
                .map(ENGLISH::say)
                .collect(Collectors.joining(" "));
        return List.of(
                member.id().toString(),
                person.map(DirectoryEntry::userPrincipalName).orElse(""),
                person.map(DirectoryEntry::displayName)
                        .orElseGet(() -> member.terms().subject() instanceof PolicyName policy ? policy.value() : ""),
                member.terms().subject().person().map(UserId::value).orElse(""),
                ENGLISH.say(Explanation.of("card.state." + RequestTexts.state(member))),
                why);
    }
}
