package dev.linekeeper.adapter.store;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.requests.RetentionCleanup;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes what is no longer needed, and erases what is personal in audit records of long ago. */
final class JdbcRetentionCleanup implements RetentionCleanup {
    /** Teams repeats a delivery within minutes; what was kept and is still there belongs to a chat that cannot be written to. */
    private static final Duration DELIVERIES = Duration.ofDays(1);

    /** Those that wait for somebody to come back, and those that must not be sent twice. */
    private static final Duration MESSAGES = Duration.ofDays(30);

    private static final Duration VERSIONS = Duration.ofDays(7);

    /** What somebody has until a day is not finished before that day, however long ago it was asked for. */
    private static final String FINISHED = "delete from request where open_person is null and"
            + " case when state = 'Completed' and ends_at > asked_at then ends_at else asked_at end < ?";

    private static final String OVERRIDES_OVER = "delete from emergency_override where open_person is null";

    /** Whom an override is for, and who asked for it, decided or closed it. */
    private static final String NAMED = "(person = :who or position(:who in body) > 0)";
    /** All that was said of a thing, so that nothing older counts again when the newest goes. */
    private static final String SAME_THING = "(rule, kind, subject) in (select rule, kind, subject from attestation";

    private final JdbcClient jdbc;
    private final JdbcTokens tokens;
    private final RequestErasure requests;
    private final JdbcSettingsHistory history;
    private final JdbcImportStore imports;
    private final Addresses addresses;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final Duration retention;
    private final Duration settingsRetention;

    @Autowired
    JdbcRetentionCleanup(
            JdbcClient jdbc,
            JdbcTokens tokens,
            RequestErasure requests,
            JdbcSettingsHistory history,
            JdbcImportStore imports,
            Addresses addresses,
            AuditTrail trail,
            Transactions transactions,
            LinekeeperProperties settings) {
        this(
                jdbc,
                tokens,
                requests,
                history,
                imports,
                addresses,
                trail,
                transactions,
                settings.audit().retention(),
                settings.history().retention());
    }

    /**
     * Cleans up by age.
     *
     * @param retention how long people are named in the audit trail, and by requests that are finished
     * @param settingsRetention how long their voice settings are kept after they were seen last
     */
    JdbcRetentionCleanup(
            JdbcClient jdbc,
            JdbcTokens tokens,
            RequestErasure requests,
            JdbcSettingsHistory history,
            JdbcImportStore imports,
            Addresses addresses,
            AuditTrail trail,
            Transactions transactions,
            Duration retention,
            Duration settingsRetention) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.requests = requests;
        this.history = history;
        this.imports = imports;
        this.addresses = addresses;
        this.transactions = transactions;
        this.trail = trail;
        this.retention = retention;
        this.settingsRetention = settingsRetention;
    }

    @Override
    public int deleteExpired(Instant now) {
        return tokens.purge(now)
                + deleteOlder("delete from seen_activity where at < ?", now.minus(DELIVERIES))
                + deleteOlder("delete from kept_activity where since < ?", now.minus(DELIVERIES))
                + deleteOlder("delete from message where due is null and since < ?", now.minus(MESSAGES))
                + deleteOlder("delete from request_version where kept_at < ?", now.minus(VERSIONS))
                + deleteOlder(FINISHED, now.minus(retention))
                + deleteOlder("delete from news where posted_at < ?", now.minus(retention))
                + deleteOlder("delete from enquiry where asked_at < ?", now.minus(retention))
                + deleteOlder(OVERRIDES_OVER + " and moved_at < ?", now.minus(retention))
                + requests.deleteOlder(now.minus(retention))
                + deleteOlder(
                        "delete from drift_person where drift in"
                                + " (select number from drift where not is_open and moved_at < ?)",
                        now.minus(settingsRetention))
                + deleteOlder("delete from drift where not is_open and moved_at < ?", now.minus(settingsRetention))
                + history.deleteOlder(now.minus(settingsRetention))
                + deleteOlder("delete from watched_person where seen < ?", now.minus(settingsRetention))
                + deleteOlder(
                        "delete from attestation where " + SAME_THING + " group by rule, kind, subject"
                                + " having max(cast(last_day as timestamp with time zone)) < ?)",
                        now.minus(retention))
                + deleteOlder("delete from test_call where asked_at < ?", now.minus(retention))
                + deleteOlder("delete from number_reservation where ended_at < ?", now.minus(retention))
                + imports.deleteOlder(now, now.minus(retention))
                + eraseRecords(now);
    }

    private int eraseRecords(Instant now) {
        String reason = "kept for %d days".formatted(retention.toDays());
        return untilNone(() -> trail.erase(now.minus(retention), reason, now));
    }

    private static int untilNone(IntSupplier erasure) {
        return IntStream.generate(erasure).takeWhile(erased -> erased > 0).sum();
    }

    @Override
    public List<RequestId> openRequests(UserId person) {
        return jdbc.sql("select number from request where open_person is not null"
                        + " and (person = :who or requester = :who)"
                        + " union select number from emergency_override where open_person is not null and " + NAMED
                        + " order by number")
                .param("who", person.value())
                .query((row, _) -> new RequestId(row.getLong(1)))
                .list();
    }

    @Override
    public List<RequestId> endsToCome(UserId person, Instant now) {
        return requests.endsToCome(person, now);
    }

    @Override
    public ErasedPerson erase(UserId person, Set<String> names, String reason, Instant now) {
        return transactions.run(() -> {
            int records = untilNone(() -> trail.erase(person, reason, now));
            int requests = this.requests.erase(person, now) + imports.erase(person, names);
            requests += delete(OVERRIDES_OVER + " and " + NAMED, person);
            int settings = history.erase(person)
                    + delete("delete from watched_person where person = :who", person)
                    + delete("delete from watched_group_person where person = :who", person)
                    + delete(
                            "delete from attestation where " + SAME_THING
                                    + " where attested_by = :who or withdrawn_by = :who)",
                            person)
                    + delete("delete from test_call where asked_by = :who or said_by = :who", person)
                    + delete(
                            "delete from number_reservation where reserved_by = :who"
                                    + " or (kind = 'PERSON' and subject = :who)",
                            person)
                    + eraseDrift(person);
            requests += delete("delete from enquiry where person = :who or asked_by = :who", person);
            delete("update enquiry set moved_by = '" + UserId.LINEKEEPER.value() + "' where moved_by = :who", person);
            delete("update operating_mode set wish_by = null, wish_at = null where wish_by = :who", person);
            int cards = delete("delete from message where person = :who", person)
                    + delete("delete from news where position(:who in subject) > 0", person);
            var chat = addresses.find(person);
            if (chat.isPresent()) {
                cards += deleteCards(chat.get().conversationId());
                addresses.left(chat.get());
                addresses.forget(person);
            }
            return new ErasedPerson(records, requests, settings, cards, mentions(person));
        });
    }

    /** Whom it is about, and who said something to it: what is over goes, and what is not is as if nobody had said anything. */
    private int eraseDrift(UserId person) {
        int about = delete("delete from drift_person where person = :who", person);
        delete(
                "delete from drift_person where drift in"
                        + " (select number from drift where not is_open and by_person = :who)",
                person);
        int said = delete("delete from drift where not is_open and by_person = :who", person);
        return about
                + said
                + delete(
                        "update drift set version = version + 1, by_person = null, state ="
                                + " '{\"now\":{\"state\":\"open\"}}' where by_person = :who",
                        person);
    }

    private int delete(String sql, UserId person) {
        return jdbc.sql(sql).param("who", person.value()).update();
    }

    private int deleteCards(String conversation) {
        return jdbc.sql("delete from card_copy where conversation = ?")
                .param(conversation)
                .update();
    }

    private int mentions(UserId person) {
        return jdbc.sql("select count(*) from audit where content like ?")
                .param("%" + person.value() + "%")
                .query(Integer.class)
                .single();
    }

    private int deleteOlder(String sql, Instant limit) {
        return jdbc.sql(sql).param(SqlTime.column(limit)).update();
    }
}
