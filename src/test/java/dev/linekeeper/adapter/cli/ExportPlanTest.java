package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.audit.AnchorFile;
import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.execution.ChangeWriter;
import dev.linekeeper.service.execution.PlanExport;
import dev.linekeeper.service.execution.RetryPolicy;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.requests.JobQueue;
import dev.linekeeper.service.requests.RequestEvents;
import dev.linekeeper.service.requests.RequestStore.Added;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.tenant.gathering.GatheredTenant;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code export-plan} over a real store with one approved request in it; the person of it is not in Fabrikam. */
class ExportPlanTest {
    private static final Clock CLOCK = Clock.fixed(Sample.MONDAY, ZoneOffset.UTC);
    private static final TenantPorts FABRIKAM = Fabrikam.model().ports();

    private static final Set<GroupId> LEADS = Set.of(new GroupId("00000303-0000-4000-8000-000000000000"));

    @TempDir
    private Path folder;

    private OpenedStore kept;
    private Request approved;

    @BeforeEach
    void approve() {
        kept = OpenedStore.inFile(folder, CLOCK);
        var stored = ((Added.New) kept.requests().add(id -> Sample.pending(id, Sample.ADELE))).stored();
        var pending = (Request.Pending) stored.request();
        approved = pending.approve(Sample.permit(pending, Fabrikam.ADA));
        kept.requests().replace(stored, approved);
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void a_plan_is_printed_or_written_to_a_new_file() throws IOException {
        var printed = run("export-plan", approved.id().toString());
        assertThat(printed.code()).isZero();
        assertThat(printed.out())
                .startsWith("#Requires -Version 7.2")
                .contains("Grant-CsTeamsSharedCallingRoutingPolicy");

        var file = folder.resolve("plan.ps1");
        var written = run("export-plan", "1001", "--out", file.toString());
        assertThat(written.code()).isZero();
        assertThat(Files.readString(file)).isEqualTo(printed.out());
        assertThat(written.out()).contains("SHA-256 " + Sha256.hex(printed.out()));
        var again = run("export-plan", "1001", "--out", file.toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("is there already").hasLineCount(1);
    }

    @Test
    void what_cannot_be_exported_is_refused_with_the_reason() {
        assertThat(run("export-plan", "7")).isEqualTo(new ShellRun(2, "", "linekeeper: There is no request SC-7\n"));
        assertThat(run("export-plan", "adele").err()).contains("adele is no request such as SC-1042");
    }

    @Test
    void an_answer_is_checked_and_what_is_not_there_stays_open() throws IOException {
        var plan = approved.terms().plan();
        var file = Files.writeString(folder.resolve("answer.json"), """
            \uFEFF{"request": "%s", "fingerprint": "%s", "steps": [
              {"number": 1, "step": "RELEASE_NUMBER", "outcome": "done"},
              {"number": 2, "step": "ASSIGN_NUMBER", "outcome": "failed"}]}
            """.formatted(approved.id(), plan.fingerprint()));

        assertThat(run("export-plan", "1001", "--answer", file.toString()).err())
                .contains("--by");
        assertThat(run("export-plan", "1001", "--answer", file.toString(), "--by", "nobody@fabrikam.example")
                        .err())
                .contains("knows nobody");
        assertThat(run("export-plan", "1001", "--answer", file.toString(), "--by", "ben@fabrikam.example")
                        .err())
                .contains("may not do that");
        var open = run("export-plan", "1001", "--answer", file.toString(), "--by", "ada@fabrikam.example");
        assertThat(open.err()).isEmpty();
        assertThat(open.code()).isEqualTo(1);
        assertThat(open.out()).contains("0 more steps", "RELEASE_NUMBER is open", "no voice settings for this person");
        assertThat(kept.requests().find(approved.id()).orElseThrow().request()).isEqualTo(approved);
    }

    @ParameterizedTest
    @CsvSource({
        "done, no voice settings",
        "skipped, no voice settings",
        "accepted, no voice settings",
        "interrupted, no voice settings",
        "failed, does not say",
        "not-done, does not say"
    })
    void every_outcome_of_a_script_says_whether_to_look(String outcome, String said) throws IOException {
        var file = Files.writeString(folder.resolve("answer.json"), """
            {"request": "SC-1001", "fingerprint": "%s", "steps": [
              {"number": 1, "step": "RELEASE_NUMBER", "outcome": "%s", "before": "held", "undo": "x"}]}
            """.formatted(
                        approved.terms().plan().fingerprint(), outcome));

        assertThat(run("export-plan", "1001", "--answer", file.toString(), "--by", "ada@fabrikam.example")
                        .out())
                .contains("RELEASE_NUMBER is open", said);
    }

    @Test
    void an_answer_to_another_plan_is_refused() throws IOException {
        var file = Files.writeString(
                folder.resolve("answer.json"), "{\"request\": \"SC-1001\", \"fingerprint\": \"other\", \"steps\": []}");

        var run = run("export-plan", "1001", "--answer", file.toString(), "--by", "ada@fabrikam.example");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("does not belong to this plan of SC-1001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{\"request\": \"mine\"}",
                "{\"request\": \"SC-1\", \"steps\": [{\"number\": 1, \"step\": \"FORMAT_DISK\", \"outcome\":"
                        + " \"done\"}]}",
                "{\"request\": \"SC-1\", \"steps\": [{\"number\": 1, \"step\": \"EV_ON\", \"outcome\": \"maybe\"}]}"
            })
    void what_is_no_answer_file_is_refused_in_one_line(String text) throws IOException {
        var file = Files.writeString(folder.resolve("answer.json"), text);

        var run = run("export-plan", "1001", "--answer", file.toString(), "--by", "ada@fabrikam.example");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("is not an answer file").hasLineCount(1);
    }

    private ShellRun run(String... arguments) {
        return ShellRun.of(new Over(), arguments);
    }

    private final class Over extends OverTenant {
        Over() {
            super(FABRIKAM);
        }

        @Override
        public OpenRequests records(String request) {
            return new OpenRequests(
                    new PlanExport(kept.requests(), FABRIKAM.directory(), FABRIKAM.organisation(), kept.trail(), CLOCK),
                    requests().confirming(),
                    FABRIKAM.directory(),
                    kept.trail(),
                    new AuditWatch(kept.trail(), new AnchorFile((Path) null), CLOCK),
                    kept.upkeep(),
                    () -> {});
        }
    }

    /** Ada and Dora are the admins, and the approvers. */
    private Requests requests() {
        return new Requests(
                new Requests.Kept(
                        kept.requests(),
                        kept.batches(),
                        kept.trail(),
                        silent(JobQueue.class),
                        new ButtonTokens(kept.tokens(), CLOCK),
                        kept.transactions()),
                new Requests.Tenancy(
                        FABRIKAM.reader(CLOCK, Duration.ofMinutes(5)),
                        new Roles(
                                FABRIKAM.directory(),
                                Map.of(Role.ADMIN, LEADS, Role.APPROVER, LEADS),
                                CLOCK,
                                Duration.ZERO),
                        new JudgementSettings(Optional.empty(), false, Map.of()),
                        new ChangeWriter(
                                FABRIKAM.numbers(),
                                FABRIKAM.policyGrants(),
                                FABRIKAM.voiceSwitch(),
                                FABRIKAM.sharedCallingPolicies(),
                                FABRIKAM.voiceApplications(),
                                FABRIKAM.policyCatalogue(),
                                FABRIKAM.groupGrants()),
                        GatheredTenant.of(FABRIKAM, FABRIKAM.reader(CLOCK, Duration.ofMinutes(5))),
                        () -> OperatingMode.READ_ONLY),
                Sample.POLICY,
                silent(RequestEvents.class),
                new Requests.Time(CLOCK, _ -> {}, RetryPolicy.USUAL));
    }

    private static <T> T silent(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, _, _) -> null));
    }
}
