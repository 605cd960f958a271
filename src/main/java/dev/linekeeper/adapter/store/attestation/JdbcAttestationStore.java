package dev.linekeeper.adapter.store.attestation;

import dev.linekeeper.core.attestation.Attestation;
import dev.linekeeper.core.attestation.Attestation.Withdrawal;
import dev.linekeeper.core.attestation.AttestedSubject;
import dev.linekeeper.core.attestation.AttestedSubject.SubjectKind;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.attestation.AttestationStore;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attestations in a table. Thread-safe. */
public record JdbcAttestationStore(JdbcClient jdbc) implements AttestationStore {
    private static final String NEWEST = "select * from attestation a where version = (select max(version) from"
            + " attestation b where b.rule = a.rule and b.kind = a.kind and b.subject = a.subject)";

    @Override
    public List<Attestation> newest() {
        return jdbc.sql(NEWEST + " order by last_day, number")
                .query(JdbcAttestationStore::attestation)
                .list();
    }

    @Override
    public Optional<Attestation> newest(RuleId rule, AttestedSubject subject) {
        return jdbc.sql(NEWEST + " and rule = ? and kind = ? and subject = ?")
                .params(rule.value(), subject.kind().name(), subject.key())
                .query(JdbcAttestationStore::attestation)
                .optional();
    }

    @Override
    public Optional<Attestation> find(RequestId id) {
        return jdbc.sql("select * from attestation where number = ?")
                .param(id.number())
                .query(JdbcAttestationStore::attestation)
                .optional();
    }

    /** Whoever takes a number waits for others who did, so that no two add the same version. */
    @Override
    public boolean add(Attestation said) {
        return jdbc.sql("insert into attestation (number, rule, kind, subject, version, name, attested_by, attested_at,"
                                + " last_day, reason, evidence, about) select :number, :rule, :kind, :subject,"
                                + " :version, :name, :by, :at, :until, :reason, cast(:evidence as varchar), :about"
                                + " where not exists (select 1 from attestation where rule = :rule and kind = :kind"
                                + " and subject = :subject and version >= :version)")
                        .param("number", said.id().number())
                        .param("rule", said.rule().value())
                        .param("kind", said.subject().kind().name())
                        .param("subject", said.subject().key())
                        .param("version", said.version())
                        .param("name", said.name())
                        .param("by", said.by().value())
                        .param("at", said.at().atOffset(ZoneOffset.UTC))
                        .param("until", said.until())
                        .param("reason", said.reason())
                        .param("evidence", said.evidence().map(URI::toString).orElse(null))
                        .param("about", said.about())
                        .update()
                == 1;
    }

    @Override
    public boolean withdraw(RequestId id, UserId by, Instant at) {
        return jdbc.sql("update attestation set withdrawn_by = ?, withdrawn_at = ?"
                                + " where number = ? and withdrawn_at is null")
                        .params(by.value(), at.atOffset(ZoneOffset.UTC), id.number())
                        .update()
                == 1;
    }

    private static Attestation attestation(ResultSet row, int at) throws SQLException {
        return new Attestation(
                new RequestId(row.getLong("number")),
                new RuleId(row.getString("rule")),
                new AttestedSubject(SubjectKind.valueOf(row.getString("kind")), row.getString("subject")),
                row.getInt("version"),
                row.getString("name"),
                new UserId(row.getString("attested_by")),
                row.getObject("attested_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"),
                Optional.ofNullable(row.getString("evidence")).map(URI::create),
                row.getString("about"),
                withdrawal(row));
    }

    private static Optional<Withdrawal> withdrawal(ResultSet row) throws SQLException {
        var at = row.getObject("withdrawn_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(new Withdrawal(new UserId(row.getString("withdrawn_by")), at.toInstant()));
    }
}
