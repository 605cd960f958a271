package dev.linekeeper.adapter.store.attestation;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.attestation.Attestation;
import dev.linekeeper.core.attestation.Attestation.Withdrawal;
import dev.linekeeper.core.attestation.AttestedSubject;
import dev.linekeeper.core.attestation.TestCallTask;
import dev.linekeeper.core.attestation.TestCallTask.TestCallOutcome;
import dev.linekeeper.core.attestation.TestCallTask.TestCallReport;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.attestation.AttestationStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database has to do for what people attest. */
abstract class AttestationStoreContract {
    private static final RuleId OPERATOR = new RuleId("RES-18");
    private static final AttestedSubject ACCOUNT = AttestedSubject.of(ADELE);
    private static final LocalDate END = LocalDate.parse("2027-05-31");

    final Clock clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private OpenedStore store;

    abstract OpenedStore open();

    @BeforeEach
    void openStore() {
        store = open();
        store.forgetEverything();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private AttestationStore attestations() {
        return store.attestations();
    }

    private static Attestation said(long number, int version, AttestedSubject subject, LocalDate until) {
        return new Attestation(
                new RequestId(number),
                OPERATOR,
                subject,
                version,
                "London's \"main\" line",
                KIM,
                MONDAY,
                until,
                "Ärger; they wrote: 'yes' 😀",
                Optional.of(URI.create("https://carrier.example/letter?id=7")),
                "+442079460100 Operator Connect",
                Optional.empty());
    }

    @Test
    void what_is_kept_comes_back_as_it_was() {
        var bare = new Attestation(
                new RequestId(2),
                OPERATOR,
                AttestedSubject.of(new PolicyName("London")),
                1,
                "London",
                KIM,
                MONDAY,
                END,
                "x".repeat(2000),
                Optional.empty(),
                "-",
                Optional.empty());
        assertThat(attestations().add(said(1, 1, ACCOUNT, END))).isTrue();
        assertThat(attestations().add(bare)).isTrue();

        assertThat(attestations().find(new RequestId(1))).contains(said(1, 1, ACCOUNT, END));
        assertThat(attestations().newest(OPERATOR, bare.subject())).contains(bare);
        assertThat(attestations().find(new RequestId(3))).isEmpty();
        assertThat(attestations().newest(new RuleId("RES-20"), ACCOUNT)).isEmpty();
    }

    @Test
    void the_last_said_counts_and_whoever_comes_too_late_keeps_nothing() {
        attestations().add(said(1, 1, ACCOUNT, END));
        assertThat(attestations().add(said(2, 1, ACCOUNT, END))).isFalse();
        assertThat(attestations().add(said(3, 2, ACCOUNT, END.minusDays(9)))).isTrue();
        attestations().add(said(4, 1, AttestedSubject.of(KIM), END.minusDays(3)));

        assertThat(attestations().newest(OPERATOR, ACCOUNT).orElseThrow().id()).isEqualTo(new RequestId(3));
        assertThat(attestations().newest()).extracting(it -> it.id().number()).containsExactly(3L, 4L);
        assertThat(attestations().find(new RequestId(2))).isEmpty();
    }

    @Test
    void it_is_taken_back_once() {
        attestations().add(said(1, 1, ACCOUNT, END));

        assertThat(attestations().withdraw(new RequestId(1), ADELE, MONDAY.plusSeconds(5)))
                .isTrue();
        assertThat(attestations().withdraw(new RequestId(1), KIM, MONDAY.plusSeconds(9)))
                .isFalse();
        assertThat(attestations().withdraw(new RequestId(9), KIM, MONDAY)).isFalse();

        assertThat(attestations().newest(OPERATOR, ACCOUNT).orElseThrow().withdrawn())
                .contains(new Withdrawal(ADELE, MONDAY.plusSeconds(5)));
    }

    @Test
    void where_somebody_is_erased_nothing_older_counts_again() {
        attestations().add(said(1, 1, ACCOUNT, END));
        attestations().add(said(2, 2, ACCOUNT, END));
        attestations().withdraw(new RequestId(2), ADELE, MONDAY);
        attestations().add(said(3, 1, AttestedSubject.of(KIM), END));

        store.upkeep().erase(ADELE, Set.of(), "asked for", MONDAY);
        assertThat(attestations().newest()).extracting(it -> it.id().number()).containsExactly(3L);
        assertThat(attestations().find(new RequestId(1))).isEmpty();
        store.upkeep().erase(KIM, Set.of(), "asked for", MONDAY);
        assertThat(attestations().newest()).isEmpty();
    }

    @Test
    void what_was_over_long_ago_is_forgotten() {
        attestations().add(said(1, 1, ACCOUNT, END));
        attestations().add(said(2, 2, ACCOUNT, END.minusDays(300)));

        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(500)));
        assertThat(attestations().newest()).hasSize(1);
        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(800)));
        assertThat(attestations().newest()).isEmpty();
    }

    @Test
    void a_test_call_comes_back_as_it_was_and_is_answered_once() {
        var open = new TestCallTask(
                new RequestId(7), new PolicyName("London"), "Büro 2", true, KIM, MONDAY, Optional.empty());
        var said = new TestCallReport(TestCallOutcome.FAILED, ADELE, MONDAY.plusSeconds(9), "'no' address 😀");
        store.testCalls().add(open);
        assertThat(store.testCalls().of(new PolicyName("LONDON"))).containsExactly(open);
        assertThat(store.testCalls().of(new PolicyName("Paris"))).isEmpty();

        assertThat(store.testCalls().report(open.id(), said)).isTrue();
        assertThat(store.testCalls().report(open.id(), new TestCallReport(TestCallOutcome.WORKED, KIM, MONDAY, "")))
                .isFalse();
        assertThat(store.testCalls().report(new RequestId(8), said)).isFalse();

        assertThat(store.testCalls().latest(5))
                .containsExactly(
                        new TestCallTask(open.id(), open.policy(), open.place(), true, KIM, MONDAY, Optional.of(said)));
        store.upkeep().erase(ADELE, Set.of(), "asked for", MONDAY);
        assertThat(store.testCalls().find(open.id())).isEmpty();
    }
}
