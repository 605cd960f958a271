package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.audit.AnchorFile;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.request.FinalJudgement;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

/** The audit trail from a shell: followed, taken away, and as the proof of one request. */
class AuditCommandTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(MONDAY, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private OpenedStore store;
    private AuditRecord second;

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void three_records() {
        store = OpenedStore.inFile(folder, CLOCK);
        store.trail()
                .append(entry(MONDAY.minusSeconds(86_400), Fabrikam.ADA, 1001, "=HYPERLINK(\"http://evil.example\")"));
        second = store.trail().append(entry(MONDAY, Fabrikam.BEN, 1001, "she moved, twice"));
        store.trail().append(entry(MONDAY.plusSeconds(86_400), Fabrikam.BEN, 1002, "another"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_whole_trail_is_verified_also_against_a_head_of_the_log() {
        String newest = store.audited().getLast().hash();
        assertThat(run("audit", "verify")).satisfies(run -> {
            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("3 records, unbroken, head " + newest, "see --head");
        });
        assertThat(run("audit", "verify", "--head", second.hash()).out()).contains("Record 2 has the hash given");
        watch().anchor();
        assertThat(run("audit", "verify").out()).contains("It has record 3 as noted outside of the database");
    }

    @Test
    @Requirement("T26")
    void a_broken_trail_is_told_with_its_first_bad_record() {
        store.sql().sql("update audit set person = 'somebody' where number = 2").update();
        assertThat(run("audit", "verify"))
                .isEqualTo(new Run(
                        1,
                        "Record 2 does not fit: its columns do not match its content. The records before it do.\n",
                        ""));
    }

    @Test
    void a_trail_that_was_rewritten_as_a_whole_is_told_by_the_head_of_the_log_and_by_the_file() {
        String head = store.audited().getLast().hash();
        watch().anchor();
        store.forgetEverything();
        for (int i = 0; i < 3; i++) {
            store.trail().append(entry(MONDAY, Fabrikam.ADA, 1001, "forged"));
        }
        assertThat(run("audit", "verify")).satisfies(run -> {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).contains("Record 3", "noted outside of the database");
        });

        assertThat(folder.resolve("anchors").toFile().delete()).isTrue();
        assertThat(run("audit", "verify").code()).isZero();
        assertThat(run("audit", "verify", "--head", head)).satisfies(run -> {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).contains("No record has the hash given");
        });
    }

    @Test
    @Requirement("T26")
    void records_are_json_lines_that_can_be_followed() {
        var lines = run("audit", "export")
                .out()
                .lines()
                .map(ShellJson.MAPPER::readTree)
                .toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1).path("hash").asString()).isEqualTo(second.hash());
        assertThat(lines.get(2).path("previous").asString()).isEqualTo(second.hash());
        assertThat(lines.get(1).path("entry").path("details").path("reason").asString())
                .isEqualTo("she moved, twice");
        assertThat(lines.getLast().path("entry").path("details").path("command").asString())
                .isEqualTo("audit export");
    }

    @ParameterizedTest
    @CsvSource({
        "--request=SC-1001, 1 2",
        "--person=ben@fabrikam.example, 2 3",
        "--from=2026-11-23 --to=2026-11-24, 2",
        "--from=2026-11-23T09:00:01Z --to=2027-01-01, 3",
        "--request=1001 --person=ben@fabrikam.example, 2"
    })
    void records_are_chosen_by_time_person_and_request(String options, String numbers) {
        var arguments = new ArrayList<>(List.of("audit", "export", "--format", "csv"));
        arguments.addAll(List.of(options.split(" ")));
        assertThat(run(arguments.toArray(String[]::new))
                        .out()
                        .lines()
                        .skip(1)
                        .filter(line -> !line.contains("audit export")))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsExactly(numbers.split(" "));
    }

    @Test
    void no_cell_is_a_formula() {
        assertThat(run("audit", "export", "--format", "csv").out())
                .contains("reason: =HYPERLINK")
                .doesNotContainPattern("(^|,)\"?[=+@-]");
    }

    @Test
    @Requirement("T26")
    void who_takes_records_away_is_recorded() {
        run("audit", "export", "--request", "1001");
        AuditEntry taken = store.audited().getLast().entry();
        assertThat(taken.action()).isEqualTo(Action.READ);
        assertThat(taken.details())
                .containsEntry("command", "audit export")
                .containsEntry("taken", "request SC-1001")
                .containsEntry("shellUser", System.getProperty("user.name"));
    }

    @Test
    @Requirement("T28")
    void what_is_kept_of_one_person_is_erased_with_a_reason_and_it_is_said_what_stays() {
        watch().anchor();
        Run erased = run("audit", "erase", "--person", "ben@fabrikam.example", "--reason", "left, case 7");
        assertThat(erased.err()).isEmpty();
        assertThat(erased.code()).isZero();
        assertThat(erased.out())
                .contains("Erased: 2 audit records, 0 finished requests")
                .contains("Kept: of each record its number, time, action, request and hash")
                .contains("5 records, unbroken");
        assertThat(store.audited()).extracting(AuditRecord::isErased).containsExactly(false, true, true, false, false);
        assertThat(store.audited().get(3).entry().details())
                .containsEntry("records", "2-3")
                .containsEntry("reason", "left, case 7");
        assertThat(store.audited().getLast().entry().details())
                .containsEntry("command", "audit erase")
                .containsEntry("shellUser", System.getProperty("user.name"))
                .containsEntry("records", "2");
        assertThat(store.audited()).noneMatch(record -> record.json().contains(Fabrikam.BEN.value()));
        assertThat(run("audit", "verify").code()).isZero();

        Run again = run("audit", "erase", "--person", Fabrikam.BEN.value(), "--reason", "once more");
        assertThat(again).isEqualTo(new Run(1, "Nothing is kept of %s\n".formatted(Fabrikam.BEN), ""));
    }

    @Test
    void nothing_is_erased_of_who_has_an_open_request() {
        store.requests().add(id -> Request.Pending.of(Sample.terms(id, Fabrikam.BEN)));
        Run run = run("audit", "erase", "--person", "ben@fabrikam.example", "--reason", "left");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("SC-1001 is still open");
        assertThat(store.audited()).hasSize(3).noneMatch(AuditRecord::isErased);
    }

    @Test
    void nothing_is_erased_of_who_has_something_until_a_day_to_come() {
        var days = new Schedule(Optional.empty(), Optional.of(LocalDate.of(2199, 12, 31)), ZoneOffset.UTC);
        var added = (RequestStore.Added.New) store.requests()
                .add(id -> Request.Pending.of(Sample.scheduled(Sample.terms(id, Fabrikam.BEN), days)));
        store.requests()
                .replace(
                        added.stored(),
                        new Request.Completed(
                                added.stored().request().terms(),
                                List.of(),
                                MONDAY,
                                List.of(),
                                new FinalJudgement(Overall.READY, List.of(), MONDAY)));
        Run run = run("audit", "erase", "--person", "ben@fabrikam.example", "--reason", "left");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("by SC-1001 ends by itself");
        assertThat(store.audited()).hasSize(3).noneMatch(AuditRecord::isErased);
    }

    @Test
    @Requirement("T26")
    void a_request_has_its_evidence_in_one_document() throws IOException {
        Path file = folder.resolve("evidence.json");
        assertThat(run("audit", "evidence", "SC-1001", "--out", file.toString()).code())
                .isZero();
        var pack = ShellJson.MAPPER.readTree(Files.readString(file));
        assertThat(pack.path("request").asString()).isEqualTo("SC-1001");
        assertThat(pack.path("chain").path("whole").asBoolean()).isTrue();
        assertThat(pack.path("chain").path("records").asInt()).isEqualTo(4);
        assertThat(pack.path("records")).hasSize(3);

        store.sql().sql("delete from audit where number = 3").update();
        Run broken = run("audit", "evidence", "1001");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(ShellJson.MAPPER
                        .readTree(broken.out())
                        .path("chain")
                        .path("firstBadRecord")
                        .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        audit                                  | Missing required subcommand
        audit forge                            | forge
        audit verify --head abc                | abc is no head
        audit export --from yesterday          | yesterday is no time
        audit export --request adele           | adele is no request
        audit export --person no@body.example  | knows nobody called no@body.example
        audit export --format xml              | xml
        audit evidence SC-7                    | nothing about SC-7
        audit erase --person ben@fabrikam.example             | reason
        audit erase --reason left                             | person
        audit erase --person ben@fabrikam.example --reason "" | Erasing needs a reason
        audit erase --person ben@fabrikam.example --reason ben@fabrikam.example | do not name the person
        """)
    void what_cannot_be_done_is_one_line(String arguments, String why) {
        Run run = run(arguments.replace("\"", "").split(" +", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(why).hasLineCount(1);
        assertThat(store.audited()).as("nothing was taken").hasSize(3);
    }

    private Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var shell = new Shell(
                new PrintWriter(out),
                new PrintWriter(err, true),
                new TerminalText(Ansi.OFF),
                Wording.of(Locale.UK)::say);
        int code = CommandLineInterface.execute(new BesideTheStore(), shell, arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private AuditWatch watch() {
        return new AuditWatch(store.trail(), new AnchorFile(folder.resolve("anchors")), CLOCK);
    }

    private static AuditEntry entry(Instant at, UserId who, long request, String reason) {
        return new AuditEntry(
                at,
                Optional.of(who),
                Action.ASKED,
                Optional.of(new RequestId(request)),
                Optional.of(Fabrikam.CLEO),
                Map.of("reason", reason));
    }

    private final class BesideTheStore implements CommandEnvironment {
        @Override
        public ChosenTenant tenantFile(Path file) {
            throw new AssertionError("No tenant is asked for");
        }

        @Override
        public ChosenTenant configured() {
            throw new AssertionError("No tenant is asked for");
        }

        @Override
        public List<SetupCheck> examine() {
            return List.of();
        }

        @Override
        public OpenRequests records(String instead) {
            return new OpenRequests(
                    null, null, Fabrikam.model().ports().directory(), store.trail(), watch(), store.upkeep(), () -> {});
        }
    }
}
