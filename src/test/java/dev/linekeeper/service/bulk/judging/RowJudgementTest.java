package dev.linekeeper.service.bulk.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.bulk.BulkPreview;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.Row;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.enrolment.Planner;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.bulk.PreviewFile;
import dev.linekeeper.service.bulk.ReadList.PeopleList;
import dev.linekeeper.service.bulk.RowReader;
import dev.linekeeper.service.bulk.judging.RowJudgement.RowTerms;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent.EnrolPerson;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowJudgementTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);
    private static final PolicyName LONDON = new PolicyName("London");
    private static final UserId REQUESTER = new UserId("requester");
    private static final String GROUP = "0d48f738-e5cc-5729-b775-be3cdb748086";

    private final TenantPorts demo = new FileTenant(TenantFile.read(demo()), CLOCK).ports();
    private final Map<UserId, SubmissionResult> instead = new LinkedHashMap<>();
    private final List<Integer> progress = new ArrayList<>();

    /** A list bad in twenty ways and more, and what is said of each row. */
    @Test
    @Requirement("T13")
    void every_way_a_row_is_bad_is_said_by_its_number() {
        var preview = preview("""
            UPN,Policy
            adele.vance@contoso.example,London
            ,London
            nobody@contoso.example,London
            Alex,London
            Adele.VANCE@contoso.example,
            Adele Vance,Tag:London
            conor.oneil@contoso.example,London
            mia.gast_fabrikam.example#EXT#@contoso.example,London
            petra.simmons@contoso.example,London
            sam.okafor@contoso.example,london
            lee.chen@contoso.example,Seattle
            nora.lind@contoso.example,London
            =HYPERLINK("http://evil.example"),London
            lee.chen@contoso.example,London,more
            "lee.chen"@contoso.example,London
            %s,London
            lee.\u202Echen@contoso.example,London
            ann@fabrikam.com,London
            ra-london@contoso.example,London
            %s,London
            ana.ruiz@contoso.example,London
            +44 20 7946 0100,London
            00000000-0000-0000-0000-000000000000,London
            (425) 555-0191,London
            +1 425 555 0999,London
            9999,London
            christie.cline@contoso.example,London
            """.formatted("x".repeat(400), GROUP), true);
        assertThat(said(preview))
                .containsExactly(
                        "2 READY chat.asked.row.ready",
                        "3 REFUSED bulk.row.empty",
                        "4 NOT_FOUND bulk.row.no-address",
                        "5 AMBIGUOUS bulk.row.several",
                        "6 DUPLICATE bulk.row.duplicate",
                        "7 DUPLICATE bulk.row.duplicate",
                        "8 BLOCKED readiness.USR-01.disabled",
                        "9 BLOCKED readiness.USR-01.guest",
                        "10 BLOCKED readiness.USR-01.ineligible",
                        "11 THERE chat.asked.row.nothing-to-do",
                        "12 REFUSED bulk.row.other-policy",
                        "13 FIXABLE bulk.row.moves-and-releases",
                        "14 REFUSED bulk.row.formula",
                        "15 REFUSED bulk.row.columns",
                        "16 REFUSED bulk.row.quotes",
                        "17 REFUSED bulk.row.too-long",
                        "18 REFUSED bulk.row.unseen",
                        "19 NOT_FOUND bulk.row.elsewhere",
                        "20 BLOCKED readiness.USR-01.resource-account",
                        "21 NOT_FOUND bulk.row.group",
                        "22 FIXABLE bulk.row.moves",
                        "23 BLOCKED readiness.USR-01.resource-account",
                        "24 NOT_FOUND bulk.row.no-id",
                        "25 DUPLICATE bulk.row.duplicate",
                        "26 NOT_FOUND bulk.row.foreign-number",
                        "27 AMBIGUOUS bulk.row.unclear-number",
                        "28 BLOCKED readiness.USR-09.none");
        assertThat(preview.rows())
                .allSatisfy(row -> assertThat(Wording.LANGUAGES)
                        .allSatisfy(language -> assertThat(Wording.of(language).say(row.reason()))
                                .doesNotContain("{", "bulk.", "readiness.", "chat.")
                                .hasSizeGreaterThan(8)));
    }

    @Test
    void a_group_is_one_by_its_id_even_where_the_name_would_be_asked_for() {
        assertThat(said(preview("UPN\n%s\n".formatted(GROUP), false))).containsExactly("2 NOT_FOUND bulk.row.group");
    }

    @Test
    void whoever_agreed_to_moves_and_releases_has_nothing_left_to_fix() {
        var list = (PeopleList) RowReader.read("UPN\nana.ruiz@contoso.example\nnora.lind@contoso.example\n");
        var preview = judgement(demo)
                .preview(
                        list.rows(),
                        list.refused(),
                        new RowTerms(REQUESTER, Optional.of(LONDON), true, true, Optional.empty()),
                        _ -> {});
        assertThat(preview.counts()).containsEntry(RowOutcome.READY, 2).containsEntry(RowOutcome.FIXABLE, 0);
    }

    @Test
    void what_speaks_against_asking_is_said_of_the_row() {
        instead.put(id("adele.vance@contoso.example"), new SubmissionResult.SubmissionNotAllowed(Set.of()));
        instead.put(id("alex.wilber@contoso.example"), new SubmissionResult.PersonOutsideScope(Set.of()));
        assertThat(said(preview("UPN\nadele.vance@contoso.example\nalex.wilber@contoso.example\n", true)))
                .containsExactly("2 REFUSED chat.asked.row.not-allowed", "3 REFUSED chat.asked.row.outside-scope");
    }

    @Test
    void the_plan_is_of_the_whole_and_those_who_are_ready_come_last() {
        var preview = preview(
                "UPN\nadele.vance@contoso.example\nana.ruiz@contoso.example\nnora.lind@contoso.example\n", true);
        assertThat(preview.plan().orElseThrow().people()).isEqualTo(3);
        assertThat(preview.rows()).allMatch(row -> row.steps().contains(StepName.GRANT_SC));
        assertThat(preview.worstFirst()).extracting(JudgedRow::outcome).endsWith(RowOutcome.READY);
    }

    @Test
    void one_of_each_reason_comes_before_others_of_the_same() {
        var preview = preview("""
            UPN
            nobody1@contoso.example
            nobody2@contoso.example
            =1+1
            =2+2
            Alex
            adele.vance@contoso.example
            """, true);
        assertThat(preview.worstFirst()).extracting(row -> row.row().number()).containsExactly(4, 2, 6, 5, 3, 7);
    }

    @Test
    void how_far_it_is_is_told_and_ends_with_everybody() {
        preview("UPN\nnobody@contoso.example\nadele.vance@contoso.example\nana.ruiz@contoso.example\n", true);
        assertThat(progress).containsExactly(2, 3);
    }

    /** Ten thousand rows, of whom some dozens are in the directory: it is read once, and the rest are asked for together. */
    @Test
    void many_rows_are_looked_up_together() {
        var calls = new TreeMap<String, Integer>();
        var rows = IntStream.rangeClosed(1, 10_000)
                .mapToObj(number -> new Row(
                        number,
                        number % 2 == 0
                                ? "nobody%d@contoso.example".formatted(number)
                                : "Somebody %d".formatted(number)))
                .toList();
        var preview = judgement(counted(calls))
                .preview(
                        rows,
                        List.of(),
                        new RowTerms(REQUESTER, Optional.of(LONDON), false, false, Optional.empty()),
                        _ -> {});
        assertThat(preview.counts()).containsEntry(RowOutcome.NOT_FOUND, 10_000);
        assertThat(calls).isEqualTo(Map.of("forEach", 1, "findNamed", 1));
    }

    @Test
    void whoever_merely_fits_a_name_is_not_taken_in_a_long_list_either() {
        var rows = new ArrayList<Row>();
        rows.add(new Row(1, "Lee Chen"));
        rows.add(new Row(2, "sAM okafor"));
        rows.add(new Row(3, "Alex"));
        rows.add(new Row(4, "Vance, Adele"));
        rows.add(new Row(5, "megan.bowen"));
        IntStream.rangeClosed(6, 40).forEach(number -> rows.add(new Row(number, "Somebody %d".formatted(number))));
        var preview = judgement(demo)
                .preview(
                        rows,
                        List.of(),
                        new RowTerms(REQUESTER, Optional.of(LONDON), false, true, Optional.empty()),
                        _ -> {});
        assertThat(preview.rows().getFirst().outcome()).isEqualTo(RowOutcome.READY);
        assertThat(preview.rows().get(1).outcome()).isEqualTo(RowOutcome.THERE);
        assertThat(preview.rows().subList(2, 5))
                .extracting(row -> row.reason().key())
                .containsExactly("bulk.row.several", "bulk.row.likely", "bulk.row.likely");
        assertThat(preview.rows().subList(2, 5)).allMatch(row -> row.outcome() == RowOutcome.AMBIGUOUS);
        assertThat(preview.counts()).containsEntry(RowOutcome.NOT_FOUND, 35);
    }

    @Test
    void the_file_has_every_row_in_the_readers_language_and_no_formula() {
        var preview = preview("UPN\n=1+1\nadele.vance@contoso.example\n\"Vance; Adele\"\n", true);
        var german = new String(PreviewFile.of(preview, Wording.of(Locale.GERMAN)::say), StandardCharsets.UTF_8);
        assertThat(german.lines())
                .containsExactly(
                        "\uFEFFrow;given;user;outcome;reason;steps",
                        "2;'=1+1;;REFUSED;\"Eine Formel; die wird nicht genommen\";",
                        "3;adele.vance@contoso.example;adele.vance@contoso.example;READY;Kann aufgenommen werden;EV_ON"
                                + " GRANT_ECRP GRANT_VRP GRANT_SC VERIFY",
                        "4;\"Vance; Adele\";;NOT_FOUND;Niemand heißt genau so;");
    }

    /** The demo, where Christie has no country. */
    private static Path demo() {
        try {
            String christie = "\"displayName\": \"Christie Cline\",\n"
                    + "   \"accountEnabled\": true,\n"
                    + "   \"accountType\": \"user\",\n";
            String tenant = Files.readString(Path.of("src/main/resources/demo/tenant.json"));
            assertThat(tenant).contains(christie + "   \"usageLocation\": \"US\",");
            return Files.writeString(
                    Files.createTempFile("demo", ".json"),
                    tenant.replace(
                            christie + "   \"usageLocation\": \"US\",", christie + "   \"usageLocation\": null,"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private BulkPreview preview(String text, boolean counted) {
        var list = (PeopleList) RowReader.read(text);
        return judgement(demo)
                .preview(
                        list.rows(),
                        list.refused(),
                        new RowTerms(REQUESTER, Optional.of(LONDON), false, false, Optional.empty()),
                        counted ? progress::add : _ -> {});
    }

    /** Plans as the submission does, from the same readings. */
    private RowJudgement judgement(TenantPorts ports) {
        TenantReader reader = ports.reader(CLOCK, Duration.ofHours(1));
        var settings = new JudgementSettings(
                Optional.of(new PolicyName("NoPSTN")),
                false,
                Map.of("operatorConnect/GB", new PolicyName("Emergency-UK")));
        return new RowJudgement(ports, reader, (changes, done) -> results(reader, settings, changes, done), CLOCK);
    }

    private Map<ChangeRequest, SubmissionResult> results(
            TenantReader reader, JudgementSettings settings, List<ChangeRequest> changes, IntConsumer done) {
        var results = new LinkedHashMap<ChangeRequest, SubmissionResult>();
        for (var change : changes) {
            if (change.intent() instanceof EnrolPerson(var person, var policy, var release)) {
                results.put(
                        change,
                        instead.getOrDefault(
                                person,
                                new SubmissionResult.OnlyPlanned(Planner.enrol(
                                        reader.person(person).orElseThrow(),
                                        reader.tenant().tenant(),
                                        settings,
                                        policy,
                                        release))));
                done.accept(results.size());
            }
        }
        return results;
    }

    private UserId id(String userPrincipalName) {
        return demo.directory()
                .findByPrincipalName(userPrincipalName)
                .map(DirectoryEntry::id)
                .orElseThrow();
    }

    private TenantPorts counted(Map<String, Integer> calls) {
        var directory = Directory.class.cast(Proxy.newProxyInstance(
                Directory.class.getClassLoader(), new Class<?>[] {Directory.class}, (_, method, arguments) -> {
                    calls.merge(method.getName(), 1, Integer::sum);
                    try {
                        return method.invoke(demo.directory(), arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
        return new TenantPorts(
                directory,
                demo.voiceUsers(),
                demo.voiceSwitch(),
                demo.numbers(),
                demo.policyGrants(),
                demo.policyCatalogue(),
                demo.emergencyLocations(),
                demo.voiceApplications(),
                demo.organisation(),
                demo.sharedCallingPolicies(),
                demo.groupGrants());
    }

    /** Of each row its number, its outcome and the message of its reason; of a rule's, what the rule says. */
    private static List<String> said(BulkPreview preview) {
        return preview.rows().stream()
                .map(row -> "%d %s %s"
                        .formatted(
                                row.row().number(),
                                row.outcome(),
                                row.reason().key().startsWith("bulk.row.blocked")
                                        ? ((Explanation)
                                                        row.reason().arguments().getFirst())
                                                .key()
                                        : row.reason().key()))
                .toList();
    }
}
