package dev.linekeeper.chat.imports;

import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.files.FileOffer;
import dev.linekeeper.chat.files.FileSource;
import dev.linekeeper.core.bulk.BulkPreview;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.bulk.PreviewFile;
import dev.linekeeper.service.imports.ImportStore;
import dev.linekeeper.service.requests.BatchSubmission;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every row of an import as a file, in the order in which it was given: what it says, who that is, and what is the matter. */
public record ImportReport(ImportStore store, AuditTrail trail, Clock clock) implements FileSource {
    private static final String KIND = "import-rows";

    @Override
    public String kind() {
        return KIND;
    }

    /** What the person is offered; empty when there are no rows of theirs. */
    Optional<FileOffer> offer(RequestId id, UserId person, Locale reader) {
        return rows(id, person)
                .map(rows -> new FileOffer(
                        id + ".csv",
                        Explanation.of("chat.import.report.about", rows.size()),
                        csv(rows, reader).length,
                        KIND,
                        id.number() + " " + reader.toLanguageTag()));
    }

    @Override
    public Optional<byte[]> content(String id, UserId person) {
        String[] parts = id.split(" ", 2);
        Optional<List<JudgedRow>> rows = RequestId.parse(parts[0]).flatMap(list -> rows(list, person));
        rows.ifPresent(_ -> trail.append(new AuditEntry(
                clock.instant(),
                Optional.of(person),
                Action.READ,
                Optional.empty(),
                Optional.empty(),
                Map.of("command", ImportCards.REPORT, "list", parts[0]))));
        return rows.map(all -> csv(all, Locale.forLanguageTag(parts[parts.length - 1])));
    }

    private Optional<List<JudgedRow>> rows(RequestId id, UserId person) {
        return store.find(id)
                .filter(stored -> stored.list().owner().equals(person))
                .map(_ -> store.rows(id, 0, BatchSubmission.MOST))
                .filter(rows -> !rows.isEmpty());
    }

    private static byte[] csv(List<JudgedRow> rows, Locale reader) {
        return PreviewFile.of(new BulkPreview(rows, Optional.empty(), Map.of()), Wording.of(reader)::say);
    }
}
