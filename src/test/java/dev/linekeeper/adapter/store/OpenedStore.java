package dev.linekeeper.adapter.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.linekeeper.adapter.store.attestation.JdbcAttestationStore;
import dev.linekeeper.adapter.store.attestation.JdbcTestCallStore;
import dev.linekeeper.adapter.store.audit.JdbcAuditTrail;
import dev.linekeeper.adapter.store.drift.JdbcDriftStore;
import dev.linekeeper.adapter.store.enquiry.JdbcEnquiryStore;
import dev.linekeeper.adapter.store.mode.JdbcModeStore;
import dev.linekeeper.adapter.store.news.JdbcAdminChannel;
import dev.linekeeper.adapter.store.news.JdbcDigestStore;
import dev.linekeeper.adapter.store.news.JdbcNewsStore;
import dev.linekeeper.adapter.store.override.JdbcOverrideStore;
import dev.linekeeper.adapter.store.reservation.JdbcReservationStore;
import dev.linekeeper.adapter.store.setup.JdbcRoleGroupStore;
import dev.linekeeper.adapter.store.site.JdbcSiteStore;
import dev.linekeeper.adapter.store.watch.JdbcWatchStore;
import dev.linekeeper.adapter.store.watch.JdbcWatchedGroups;
import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.DeliveryLog;
import dev.linekeeper.chat.MessageLanes;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.chat.digest.AdminChannel;
import dev.linekeeper.service.attestation.AttestationStore;
import dev.linekeeper.service.attestation.TestCallStore;
import dev.linekeeper.service.audit.AuditChain;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditSelection;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.digest.DigestStore;
import dev.linekeeper.service.digest.NewsStore;
import dev.linekeeper.service.drift.DriftStore;
import dev.linekeeper.service.enquiry.EnquiryStore;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.service.imports.ImportStore;
import dev.linekeeper.service.mode.ModeStore;
import dev.linekeeper.service.mode.ModeStore.KeptMode;
import dev.linekeeper.service.override.OverrideStore;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.RetentionCleanup;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.reservation.ReservationStore;
import dev.linekeeper.service.setup.RoleGroupStore;
import dev.linekeeper.service.site.SiteStore;
import dev.linekeeper.service.watch.WatchStore;
import dev.linekeeper.service.watch.WatchedGroups;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The real store over a database, for tests of any room. */
public record OpenedStore(
        HikariDataSource database,
        Transactions transactions,
        RequestStore requests,
        BatchStore batches,
        ImportStore imports,
        DriftStore drifts,
        AuditTrail trail,
        Addresses addresses,
        DeliveryLog deliveries,
        MessageQueue messages,
        MessageLanes lanes,
        ButtonTokens.Store tokens,
        RetentionCleanup upkeep,
        SettingsHistory history,
        NewsStore news,
        AdminChannel channel,
        WatchStore watch,
        WatchedGroups groups,
        OverrideStore overrides,
        DigestStore digests,
        SiteStore sites,
        ModeStore mode,
        RoleGroupStore roleGroups,
        AttestationStore attestations,
        TestCallStore testCalls,
        ReservationStore reservations,
        EnquiryStore enquiries)
        implements AutoCloseable {

    public static OpenedStore over(HikariDataSource database, Clock clock) {
        Flyway.configure().dataSource(database).load().migrate();
        var jdbc = JdbcClient.create(database);
        var transactions = new JdbcTransactions(new JdbcTransactionManager(database));
        var json = new StoreJson();
        var tokens = new JdbcTokens(jdbc);
        var batches = new JdbcBatchStore(new JdbcTemplate(database), json);
        var imports = new JdbcImportStore(new JdbcTemplate(database), json, batches, transactions);
        var addresses = new JdbcAddresses(jdbc, transactions, json);
        var trail = new JdbcAuditTrail(jdbc, transactions);
        var history = new JdbcSettingsHistory(jdbc, transactions, json, 5);
        return new OpenedStore(
                database,
                transactions,
                new JdbcRequestStore(jdbc, transactions, json, clock),
                batches,
                imports,
                new JdbcDriftStore(new JdbcTemplate(database), json, batches, transactions),
                trail,
                addresses,
                database.getJdbcUrl().startsWith("jdbc:h2:")
                        ? new EmbeddedDeliveryLog(new JdbcDeliveryLog(jdbc, transactions), transactions)
                        : new JdbcDeliveryLog(jdbc, transactions),
                new JdbcMessageQueue(jdbc, transactions, addresses, clock),
                new JdbcMessageLanes(jdbc, clock),
                tokens,
                new JdbcRetentionCleanup(
                        jdbc,
                        tokens,
                        new RequestErasure(jdbc, json),
                        history,
                        imports,
                        addresses,
                        trail,
                        transactions,
                        Duration.ofDays(400),
                        Duration.ofDays(180)),
                history,
                new JdbcNewsStore(jdbc, batches, transactions),
                new JdbcAdminChannel(jdbc, transactions),
                new JdbcWatchStore(jdbc),
                new JdbcWatchedGroups(new JdbcTemplate(database)),
                new JdbcOverrideStore(jdbc, json, batches, transactions, clock),
                new JdbcDigestStore(jdbc, transactions),
                new JdbcSiteStore(jdbc, json, batches, transactions),
                new JdbcModeStore(jdbc),
                new JdbcRoleGroupStore(jdbc),
                new JdbcAttestationStore(jdbc),
                new JdbcTestCallStore(jdbc),
                new JdbcReservationStore(jdbc),
                new JdbcEnquiryStore(jdbc));
    }

    /** In a file of the folder, which may hold an earlier store. */
    public static OpenedStore inFile(Path folder, Clock clock) {
        return over(ThrowAwayPostgres.pool("jdbc:h2:file:" + folder.resolve("store"), "sa"), clock);
    }

    /** In memory; gone when it is closed. */
    public static OpenedStore inMemory(String name, Clock clock) {
        return over(ThrowAwayPostgres.pool("jdbc:h2:mem:" + name, "sa"), clock);
    }

    /** Empty again, as if it had just been opened. */
    public void forgetEverything() {
        for (String table : List.of(
                "request",
                "batch",
                "people_import",
                "people_import_row",
                "request_version",
                "settings_version",
                "watched_person",
                "watch_link",
                "watched_group",
                "watched_group_person",
                "drift",
                "emergency_override",
                "drift_person",
                "site",
                "attestation",
                "test_call",
                "number_reservation",
                "enquiry",
                "news",
                "token",
                "audit")) {
            sql().sql("delete from " + table).update();
        }
        sql().sql("update role_group set group_id = null").update();
        mode.keep(new KeptMode(Optional.empty(), Optional.empty()));
        sql().sql("update audit_head set number = 0, hash = ?")
                .param(AuditChain.START)
                .update();
    }

    /** The whole trail, oldest first. */
    public List<AuditRecord> audited() {
        var all = new ArrayList<AuditRecord>();
        trail.forEach(AuditSelection.EVERYTHING, all::add);
        return all;
    }

    public JdbcClient sql() {
        return JdbcClient.create(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
