package dev.linekeeper.adapter.store.audit;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditAnchor;
import dev.linekeeper.service.audit.AuditChain;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditSelection;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.audit.RecordNumbers;
import dev.linekeeper.service.requests.Transactions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit chain in a table. Appending locks the row that holds the head, so numbers have no gaps. Thread-safe. */
public final class JdbcAuditTrail implements AuditTrail {
    private static final int SALT_BYTES = 16;

    /** So many are inserted by one statement. */
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final AuditRows rows;
    private final AuditErasures erasures;
    private final ChainPages pages;
    private final SecureRandom random = new SecureRandom();

    public JdbcAuditTrail(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = new AuditRows();
        this.erasures = new AuditErasures(jdbc);
        this.pages = new ChainPages(jdbc);
    }

    @Override
    public AuditRecord append(AuditEntry entry) {
        return transactions.run(() -> appended(AuditHead.locked(jdbc), entry));
    }

    @Override
    public void appendAll(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        transactions.run(() -> {
            AuditHead head = AuditHead.locked(jdbc);
            AuditHead last = head;
            List<AuditRecord> records = new ArrayList<>();
            for (AuditEntry entry : entries) {
                AuditRecord record = record(last, entry);
                records.add(record);
                last = new AuditHead(record.number(), record.hash(), record.number());
            }
            for (int from = 0; from < records.size(); from += AT_ONCE) {
                insert(records.subList(from, Math.min(records.size(), from + AT_ONCE)));
            }
            head.move(jdbc, last.number(), last.hash());
            return last;
        });
    }

    private AuditRecord appended(AuditHead head, AuditEntry entry) {
        AuditRecord record = record(head, entry);
        insert(List.of(record));
        head.move(jdbc, record.number(), record.hash());
        return record;
    }

    private AuditRecord record(AuditHead head, AuditEntry entry) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        long number = head.number() + 1;
        String content = AuditChain.json(entry, HexFormat.of().formatHex(salt));
        String contentHash = Sha256.hex(content);
        String hash = AuditChain.link(number, head.hash(), contentHash);
        return new AuditRecord(number, entry, content, contentHash, head.hash(), hash);
    }

    private void insert(List<AuditRecord> records) {
        var values = new ArrayList<@Nullable Object>();
        for (AuditRecord record : records) {
            AuditEntry entry = record.entry();
            values.addAll(Arrays.asList(
                    record.number(),
                    entry.at().atOffset(ZoneOffset.UTC),
                    entry.actor().map(UserId::value).orElse(null),
                    entry.action().name(),
                    entry.request().map(RequestId::number).orElse(null),
                    entry.person().map(UserId::value).orElse(null),
                    record.payload(),
                    record.payloadHash(),
                    record.previous(),
                    record.hash()));
        }
        jdbc.sql("insert into audit (number, at, actor, action, request, person, content, content_hash,"
                        + " previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + ", (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".repeat(records.size() - 1))
                .params(values)
                .update();
    }

    @Override
    public List<AuditRecord> of(RequestId request) {
        return jdbc.sql(AuditRows.COLUMNS + "where request = ? order by number")
                .param(request.number())
                .query((row, _) -> rows.record(row))
                .list();
    }

    @Override
    public List<AuditRecord> of(UserId person, int limit) {
        return jdbc.sql(AuditRows.COLUMNS + "where person = :id or actor = :id order by number desc limit " + limit)
                .param("id", person.value())
                .query((row, _) -> rows.record(row))
                .list();
    }

    @Override
    public void forEach(AuditSelection wanted, Consumer<AuditRecord> each) {
        pages.each(wanted, row -> each.accept(rows.record(row)));
    }

    @Override
    public int erase(Instant before, String reason, Instant now) {
        return erased(() -> erasures.erase(before, reason, now));
    }

    @Override
    public int erase(UserId person, String reason, Instant now) {
        return erased(() -> erasures.erase(person, reason, now));
    }

    private int erased(Supplier<Optional<AuditEntry>> erasure) {
        return transactions.run(() -> {
            AuditHead head = AuditHead.locked(jdbc);
            return erasure.get()
                    .map(entry -> appended(head, entry).entry().details().get("records"))
                    .map(records -> RecordNumbers.parse(records).count())
                    .orElse(0);
        });
    }

    @Override
    public Optional<AuditAnchor> place(String hash) {
        return jdbc.sql("select number from audit where hash = ?")
                .param(hash)
                .query(Long.class)
                .optional()
                .map(number -> new AuditAnchor(number, hash));
    }

    @Override
    public Verification verify(Collection<AuditAnchor> noted) {
        var walk = new ChainWalk(rows, erasures, noted);
        Optional<AuditHead> head = AuditHead.read(jdbc);
        while (head.isPresent() && walk.at() < head.get().number()) {
            long from = walk.at();
            pages.between(from, head.get().number(), walk::next);
            if (walk.at() == from || !walk.wantsReasons()) {
                break;
            }
            head = AuditHead.read(jdbc);
        }
        return head.map(walk::end).orElseGet(JdbcAuditTrail::headless);
    }

    @Override
    public Verification verifyHead(Optional<AuditAnchor> noted) {
        return AuditHead.read(jdbc)
                .map(head -> new HeadCheck(jdbc, rows, head).against(noted))
                .orElseGet(JdbcAuditTrail::headless);
    }

    private static Verification headless() {
        return new Verification.ChainBroken(1, "the row that names the newest record is gone");
    }
}
