package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.OpenSubmission;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.adapter.store.audit.AnchorFile;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.site.SitesForTests;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditSelection;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.tenant.BackendFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;

/** {@code enrol} over the demo tenant and a real store. */
class EnrolCommandTest {
    private static final JudgementSettings SETTINGS = new JudgementSettings(
            Optional.of(new PolicyName("NoPSTN")), false, Map.of("callingPlan/US", new PolicyName("Emergency-US")));

    @TempDir
    private Path folder;

    private House house;

    private record Run(int code, String out, String err) {
        JsonNode json() {
            return ShellJson.MAPPER.readTree(out);
        }
    }

    @BeforeEach
    void open() {
        house = new House(folder, Sample.POLICY);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_preview_has_every_row_with_its_outcome_and_changes_nothing() throws IOException {
        var file = list("UPN\nadele.vance@contoso.example\nnobody@contoso.example\nana.ruiz@contoso.example\n");
        var run = run("enrol", "--file", file, "--policy", "seattle", "--preview", "--format", "json");
        assertThat(run.json().path("counts").toString())
                .isEqualTo("{\"READY\":1,\"FIXABLE\":0,\"THERE\":1,\"BLOCKED\":0,\"NOT_FOUND\":1,\"AMBIGUOUS\":0,"
                        + "\"DUPLICATE\":0,\"REFUSED\":0}");
        assertThat(run.json().path("rows").path(0).toString())
                .isEqualTo(
                        "{\"row\":2,\"given\":\"adele.vance@contoso.example\",\"user\":\"adele.vance@contoso.example\","
                                + "\"outcome\":\"READY\",\"reason\":\"Can be enrolled\","
                                + "\"steps\":[\"EV_ON\",\"GRANT_ECRP\",\"GRANT_VRP\",\"GRANT_SC\",\"VERIFY\"]}");
        assertThat(run.json().propertyNames()).containsExactly("counts", "rows");
        assertThat(run.code()).isEqualTo(1);
        assertThat(records()).isEmpty();
        assertThat(house.tenant.writes).isEmpty();
    }

    @Test
    void a_preview_as_a_table_leads_with_the_worst_and_says_which_columns_were_read() throws IOException {
        var file = list("Name;UPN\nAdele;adele.vance@contoso.example\n;nobody@contoso.example\n");
        var out =
                run("enrol", "--file", file, "--policy", "Seattle", "--preview").out();
        assertThat(out)
                .contains(
                        "Seattle: 2 rows", "Read from: UPN. Left aside: Name", "Risk: ", "1 the same: EV_ON GRANT_ECRP")
                .contains("✗ 3 NOT_FOUND nobody@contoso.example: Nobody has that address");
    }

    @Test
    void a_group_is_named_by_its_name_or_its_id() {
        var byName = run("enrol", "--group", "voice admins", "--policy", "Seattle", "--preview", "--format", "csv");
        assertThat(byName.out().lines())
                .startsWith("row,given,user,outcome,reason,steps")
                .contains("1,ana.ruiz@contoso.example,ana.ruiz@contoso.example,THERE,Nothing to do: it is so already,");
        assertThat(run("enrol", "--group", House.ADMINS.value(), "--policy", "Seattle", "--preview", "--format", "csv"))
                .isEqualTo(byName);
    }

    @Test
    void what_is_asked_for_is_one_request_of_the_person_named_and_the_account_is_kept() throws IOException {
        var file = list("UPN\nadele.vance@contoso.example\nmegan.bowen@contoso.example\nnobody@contoso.example\n");
        var run = run(
                "enrol",
                "--file",
                file,
                "--policy",
                "Seattle",
                "--as",
                "ana.ruiz@contoso.example",
                "--reason",
                "Starters",
                "--format",
                "json");
        assertThat(run.json().path("asked").toString()).isEqualTo("[\"SC-1001\"]");
        assertThat(run.code()).isEqualTo(1);
        var batch = house.kept.batches().find(new RequestId(1001)).orElseThrow().batch();
        assertThat(batch.awaits()).isTrue();
        assertThat(batch.terms().requester()).isEqualTo(House.ANA_ADMIN);
        assertThat(batch.terms().reason()).isEqualTo("Starters");
        assertThat(batch.terms().plan().people()).isEqualTo(2);
        assertThat(records().getFirst().actor()).contains(House.ANA_ADMIN);
        assertThat(records().getFirst().details())
                .isEqualTo(Map.of("command", "enrol", "shellUser", System.getProperty("user.name")));
        assertThat(records().getLast().request()).contains(new RequestId(1001));
        assertThat(records().getLast().details()).containsEntry("shellUser", System.getProperty("user.name"));
        assertThat(house.tenant.writes).isEmpty();
    }

    @Test
    void a_list_is_asked_for_with_days_and_the_preview_says_them_and_whose() throws IOException {
        var file = list("UPN\nadele.vance@contoso.example\nmegan.bowen@contoso.example\n");
        var days = List.of("--from", "2046-03-01", "--until", "2046-06-30");
        var json = run(days, "enrol", "--file", file, "--policy", "Seattle", "--preview", "--format", "json");
        assertThat(json.json().propertyNames()).containsExactly("counts", "rows", "from", "until", "zone");
        assertThat(json.json().path("until").asString()).isEqualTo("2046-06-30");
        assertThat(run(days, "enrol", "--file", file, "--policy", "Seattle", "--preview")
                        .out())
                .contains("From 2046-03-01 until 2046-06-30 (UTC)", "Risk: HIGH");

        run(days, "enrol", "--file", file, "--policy", "Seattle", "--as", "ana.ruiz@contoso.example");

        var batch = house.kept.batches().find(new RequestId(1001)).orElseThrow().batch();
        assertThat(batch.terms().schedule()).hasToString("Optional[2046-03-01/2046-06-30 UTC]");
        assertThat(house.kept.batches().members(batch.id(), RequestId.FIRST, 9))
                .allSatisfy(member -> assertThat(member.request().terms().schedule())
                        .isEqualTo(batch.terms().schedule()));
    }

    @Test
    void days_that_are_over_or_none_are_bad_input() throws IOException {
        var file = list("UPN\nadele.vance@contoso.example\n");
        String[] command = {"enrol", "--file", file, "--policy", "Seattle", "--preview"};
        assertThat(run(List.of("--until", "2026-01-31"), command).err()).contains("A day that is over");
        assertThat(run(List.of("--until", "31.01.2046"), command).code()).isEqualTo(2);
        assertThat(run(List.of("--from", "2046-03-01", "--until", "2046-02-28"), command)
                        .code())
                .isEqualTo(2);
    }

    private Run run(List<String> more, String... arguments) {
        return run(Stream.concat(Stream.of(arguments), more.stream()).toArray(String[]::new));
    }

    @Test
    void whoever_may_not_ask_in_chat_may_not_ask_here() throws IOException {
        var file = list("UPN\nmegan.bowen@contoso.example\nalex.weber@contoso.example\n");
        var run = run("enrol", "--file", file, "--policy", "Seattle", "--as", "adele.vance@contoso.example");
        assertThat(run.out())
                .contains("REFUSED megan.bowen@contoso.example: You may not ask for that")
                .doesNotContain("Asked for");
        assertThat(run.code()).isEqualTo(1);
        assertThat(house.kept.batches().latest(Optional.empty(), 5)).isEmpty();
        assertThat(records()).extracting(AuditEntry::action).contains(AuditEntry.Action.REFUSED);
    }

    @Test
    void somebody_who_has_a_policy_is_moved_only_where_that_is_said() throws IOException {
        var file = list("UPN\nsam.okafor@contoso.example\nmegan.bowen@contoso.example\n");
        var without = run("enrol", "--file", file, "--policy", "Seattle", "--preview", "--format", "json");
        assertThat(without.json().path("rows").path(0).path("outcome").asString())
                .isEqualTo("FIXABLE");
        var with = run("enrol", "--file", file, "--policy", "Seattle", "--move", "--preview", "--format", "json");
        assertThat(with.json().path("rows").path(0).path("outcome").asString()).isEqualTo("READY");
        assertThat(with.code()).isZero();
    }

    @Test
    void the_template_can_be_filled_in_at_once() {
        assertThat(run("enrol", "--template"))
                .isEqualTo(new Run(0, "UserPrincipalName\r\nadele.vance@contoso.com\r\n", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        enrol --file LIST --policy Seattle                             | Asking takes the person who asks: --as UPN. Add --preview to see what it would come to
        enrol --file LIST --policy Seattle --as nobody@contoso.example | The directory knows nobody called nobody@contoso.example
        enrol --file LIST --policy Seattle --as otto.lang@contoso.example | otto.lang@contoso.example is none of the organisation's own people
        enrol --file LIST --policy Seattle --as ana.ruiz@contoso.example --tenant x.json | A tenant file can only be looked at: add --preview
        enrol --file LIST --preview                                    | Under which policy? --policy NAME
        enrol --file LIST --policy Global --preview                    | The Global policy applies to everybody without another one; it is not granted
        enrol --file LIST --policy Nowhere --preview                   | There is no Shared Calling policy named Nowhere
        enrol --file no.csv --policy Seattle --preview                 | There is no file no.csv
        give --file LIST --preview                                     | I need a row of headings with one that says who is meant and one that says which number; row 1 has 1 columns: UPN. Call them "User principal name" and "Number"
        give --file no.csv --preview                                   | There is no file no.csv
        give --file LIST                                               | Asking takes the person who asks: --as UPN. Add --preview to see what it would come to
        enrol --group nobodies --policy Seattle --preview              | There is no group nobodies
        """)
    void what_cannot_be_done_is_one_line(String arguments, String line) throws IOException {
        var run = run(arguments
                .replace("LIST", list("UPN\nadele.vance@contoso.example\n"))
                .split(" "));
        assertThat(run).isEqualTo(new Run(2, "", "linekeeper: %s\n".formatted(line)));
        assertThat(house.kept.batches().latest(Optional.empty(), 5)).isEmpty();
    }

    @Test
    void a_file_of_fifty_megabytes_is_not_read() throws IOException {
        var file = folder.resolve("large.csv");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(50L * 1024 * 1024);
        }
        var run = run("enrol", "--file", file.toString(), "--policy", "Seattle", "--preview");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("50.0 MB").hasLineCount(1);
    }

    @Test
    void numbers_of_a_list_are_previewed_row_by_row_as_in_chat() throws IOException {
        var file = list("UPN,Number,Place\npradeep.gupta@contoso.example,020 7946 0130,London office\n"
                + "priya.nair@contoso.example,+442079460130,\nraul.razo@contoso.example,+442079460171,\n"
                + "sam.okafor@contoso.example,+442079460199,Atlantis\n");
        var run = run("give", "--file", file, "--preview", "--format", "json");

        assertThat(run.json().path("rows").findValuesAsString("outcome"))
                .containsExactly("READY", "DUPLICATE", "BLOCKED", "REFUSED");
        assertThat(run.json().path("rows").path(0).toString())
                .isEqualTo("{\"row\":2,\"given\":\"pradeep.gupta@contoso.example\","
                        + "\"user\":\"pradeep.gupta@contoso.example\",\"outcome\":\"READY\",\"reason\":\"Is"
                        + " given +44 20 7946 0130\",\"steps\":[\"REVOKE_SC\",\"ASSIGN_NUMBER\",\"VERIFY\"],"
                        + "\"number\":\"+442079460130\"}");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run("give", "--file", file, "--preview").out()).contains("Numbers: 4 rows", "Risk: ");
        assertThat(run("give", "--file", file, "--preview", "--format", "csv")
                        .out()
                        .lines())
                .startsWith("row,given,user,outcome,reason,steps,number");
        assertThat(records()).isEmpty();
        assertThat(house.tenant.writes).isEmpty();
    }

    @Test
    void numbers_of_a_list_are_asked_for_in_the_name_of_a_person_who_may() throws IOException {
        var file = list("UPN,Number\npradeep.gupta@contoso.example,+442079460130\n");
        var refused = run("give", "--file", file, "--as", "adele.vance@contoso.example");
        assertThat(refused.out()).contains("You may not ask for that").doesNotContain("Asked for");

        var run =
                run("give", "--file", file, "--as", "ana.ruiz@contoso.example", "--reason", "Desk", "--format", "json");

        assertThat(run.json().path("asked").toString()).isEqualTo("[\"SC-1001\"]");
        assertThat(run.code()).isZero();
        var request =
                house.kept.requests().find(new RequestId(1001)).orElseThrow().request();
        assertThat(request.terms().reason()).isEqualTo("Desk");
        assertThat(request.terms().plan().givenNumber().orElseThrow().number()).hasToString("+442079460130");
        assertThat(records().getLast().details()).containsEntry("command", "give");
        assertThat(house.tenant.writes).isEmpty();
    }

    @Test
    void the_template_of_numbers_can_be_read() throws IOException {
        var template = run("give", "--template");
        var run = run("give", "--file", list(template.out()), "--preview", "--format", "json");

        assertThat(template.code()).isZero();
        assertThat(run.json().path("rows").path(0).path("outcome").asString()).isEqualTo("NOT_FOUND");
    }

    private String list(String text) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text).toString();
    }

    private List<AuditEntry> records() {
        var records = new ArrayList<AuditEntry>();
        house.kept.trail().forEach(AuditSelection.EVERYTHING, (AuditRecord record) -> records.add(record.entry()));
        return records;
    }

    private Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var shell = new Shell(
                new PrintWriter(out),
                new PrintWriter(err),
                new TerminalText(Ansi.OFF),
                Wording.of(Locale.ENGLISH)::say);
        return new Run(CommandLineInterface.execute(new Beside(), shell, arguments), out.toString(), err.toString());
    }

    private final class Beside implements CommandEnvironment {
        @Override
        public ChosenTenant tenantFile(Path file) {
            return configured();
        }

        @Override
        public ChosenTenant configured() {
            return new ChosenTenant(house.model.ports(), SETTINGS, List.of(), () -> {});
        }

        @Override
        public List<SetupCheck> examine() {
            return List.of();
        }

        @Override
        public OpenRequests records(String request) {
            throw new BackendFailure(BackendFailure.FailureKind.CONFLICT, "Not asked for here");
        }

        @Override
        public OpenSubmission submission(String instead) {
            return new OpenSubmission(
                    house.model.ports(),
                    house.tenantReader,
                    SETTINGS,
                    house.requests.askingForMany(),
                    house.requests.asking(),
                    SitesForTests.desk(house.kept, house.clock),
                    new AuditWatch(house.kept.trail(), new AnchorFile((Path) null), house.clock),
                    () -> {});
        }
    }
}
