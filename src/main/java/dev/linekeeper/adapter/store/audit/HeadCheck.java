package dev.linekeeper.adapter.store.audit;

import dev.linekeeper.service.audit.AuditAnchor;
import dev.linekeeper.service.audit.AuditChain;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import dev.linekeeper.service.audit.AuditTrail.Verification.ChainBroken;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The look at the newest record, and at one noted elsewhere, that is quick enough for every minute. */
record HeadCheck(JdbcClient jdbc, AuditRows rows, AuditHead head) {
    Verification against(Optional<AuditAnchor> noted) {
        return head.fault()
                .map(why -> new ChainBroken(Math.min(head.number(), head.newest()) + 1, why))
                .or(this::newest)
                .or(() -> noted.filter(point -> !point.head().equals(hashOf(point.records())))
                        .map(point -> new ChainBroken(
                                Math.min(point.records(), head.number() + 1),
                                "it is not the record that was noted outside of the database")))
                .<Verification>map(broken -> broken)
                .orElseGet(() -> new Verification.ChainWhole(head.number(), head.hash()));
    }

    private Optional<ChainBroken> newest() {
        if (!head.hash().equals(hashOf(head.number()))) {
            return Optional.of(new ChainBroken(head.number(), "it is not the head the trail was left with"));
        }
        String previous = hashOf(head.number() - 1);
        return jdbc.sql(AuditRows.COLUMNS + "where number = ?")
                .param(head.number())
                .query((row, _) -> rows.fault(row, head.number(), previous))
                .optional()
                .flatMap(fault -> fault)
                .map(why -> new ChainBroken(head.number(), why));
    }

    private String hashOf(long number) {
        return number <= 0
                ? AuditChain.START
                : jdbc.sql("select hash from audit where number = ?")
                        .param(number)
                        .query(String.class)
                        .optional()
                        .orElse("gone");
    }
}
