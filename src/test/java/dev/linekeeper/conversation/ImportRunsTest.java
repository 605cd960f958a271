package dev.linekeeper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.imports.ImportReport;
import dev.linekeeper.core.bulk.ImportState;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.request.CountedLine;
import dev.linekeeper.core.request.LeftOut;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.imports.ImportStore.StoredImport;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.FaultSwitches;
import dev.linekeeper.simulator.state.Fabrikam;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jobs of a list: cut off, begun twice, on two replicas, and overtaken by its owner. */
class ImportRunsTest {
    private static final String TWO =
            "enrol these with London\nadele.vance@contoso.example\nalex.wilber@contoso.example";

    private final ChatInMemory chat = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void how_far_it_is_can_be_said_in_every_language_at_every_state() {
        RequestId list = ((RequestCard) says(TWO)).id();
        assertSaid(list, "Reading 2 rows… Nothing is asked for before you say so.");
        chat.store().imports().reached(stored(list), 1);
        assertSaid(list, "1 of 2 checked. Nothing is asked for before you say so.");
        chat.importRun().run(list);
        assertSaid(list, "2 ready. Nothing was asked for.");
        says("ask for import " + list.number());
        assertSaid(list, "0 of 2 checked again. Then they go to the approvers as one request.");
        chat.importRun().run(list);
        assertSaid(list, "Asked for 2 people with SC-1002.");
    }

    private void assertSaid(RequestId list, String english) {
        var card = (RequestCard) says("import " + list.number());
        assertThat(Wording.of(Locale.ENGLISH).say(card.status())).isEqualTo(english);
        assertThat(Wording.LANGUAGES)
                .allSatisfy(language ->
                        assertThat(Wording.of(language).say(card.status())).isNotBlank());
    }

    @Test
    void a_list_is_judged_once_whoever_begins_and_how_often() throws Exception {
        RequestId list = ((RequestCard) says(TWO)).id();
        try (var replicas = Executors.newFixedThreadPool(2)) {
            var one = replicas.submit(() -> chat.importRun().run(list));
            var other = replicas.submit(() -> chat.importRun().run(list));
            one.get();
            other.get();
        }
        chat.importRun().run(list);

        assertThat(stored(list).version()).isEqualTo(2);
        assertThat(stored(list).list().state()).isInstanceOf(ImportState.PreviewReady.class);
        assertThat(chat.store().imports().rows(list, 0, 9)).hasSize(2);
    }

    @Test
    void a_list_is_asked_for_once_though_its_job_is_begun_again() throws Exception {
        RequestId list = judged();
        says("ask for import " + list.number());
        try (var replicas = Executors.newFixedThreadPool(2)) {
            var one = replicas.submit(() -> chat.importRun().run(list));
            var other = replicas.submit(() -> chat.importRun().run(list));
            one.get();
            other.get();
        }
        chat.importRun().run(list);

        var batches = chat.store().batches().latest(Optional.empty(), 9);
        assertThat(batches).hasSize(1);
        assertThat(stored(list).list().state()).isInstanceOfSatisfying(ImportState.RowsAsked.class, asked -> {
            assertThat(asked.batch()).contains(batches.getFirst().id());
            assertThat(asked.people()).isEqualTo(2);
            assertThat(asked.leftOut()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "lee.gu@contoso.example, 'One person needs your yes to moves or released numbers: \"ask for import'",
        "mia.gast@contoso.example, Nobody on this list can be asked for",
    })
    void a_list_of_nobody_who_is_ready_stays_when_it_is_asked_for(String person, String said) {
        RequestId list = judged("enrol these with Seattle\nUPN\n" + person);
        var card = (RequestCard) says("ask for import " + list.number());

        assertThat(stored(list).list().state()).isInstanceOf(ImportState.PreviewReady.class);
        assertThat(Wording.of(Locale.ENGLISH).say(card.notice().orElseThrow())).contains(said);
    }

    @Test
    void the_file_of_its_rows_names_people_who_were_given_by_their_object_id() {
        RequestId list = judged("enrol these with London\nObject ID\n%s\n%s".formatted(House.ADELE, "0000-none"));
        var report = new ImportReport(chat.store().imports(), chat.store().trail(), Clock.systemUTC());
        UserId owner = stored(list).list().owner();
        String id = list.number() + " en";

        assertThat(new String(report.content(id, owner).orElseThrow(), StandardCharsets.UTF_8))
                .contains("%s,adele.vance@contoso.example,".formatted(House.ADELE))
                .contains("0000-none,,");
        chat.store()
                .sql()
                .sql("update people_import_row set body = replace(body, '\"user\"', '\"unheardOf\"')")
                .update();
        assertThat(new String(report.content(id, owner).orElseThrow(), StandardCharsets.UTF_8))
                .as("kept by an earlier version")
                .contains("%s,%s,".formatted(House.ADELE, House.ADELE));
        chat.store().upkeep().erase(House.ADELE, "left", Instant.now());
        assertThat(new String(report.content(id, owner).orElseThrow(), StandardCharsets.UTF_8))
                .doesNotContain("adele", House.ADELE.value());
    }

    private void joinAuditors(String person) {
        new FaultSwitches(new ActiveFaults(), chat.tenant())
                .add("{\"kind\":\"joined-group\",\"person\":\"%s@contoso.example\",\"group\":\"Auditors\"}"
                        .formatted(person));
    }

    @Test
    void a_group_of_which_one_is_asked_for_alone_is_watched_too() {
        joinAuditors("adele.vance");
        RequestId list = judged("enrol group Auditors with London");
        says("ask for import " + list.number());
        chat.importRun().run(list);

        assertThat(chat.store().batches().latest(Optional.empty(), 1)).isEmpty();
        assertThat(chat.store().groups().all()).singleElement().satisfies(group -> {
            var alone = chat.store().requests().find(group.asked()).orElseThrow();
            assertThat(alone.request().terms().person()).isEqualTo(House.ADELE);
            assertThat(chat.store().groups().people(group.group())).hasSize(2);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "enrol group Auditors with London, 3",
        "enrol group Auditors with London until tomorrow, 0",
        "enrol department Marketing with London, 0"
    })
    void a_group_is_watched_from_when_its_list_is_asked_for_unless_it_has_an_end(String sentence, int people) {
        joinAuditors("adele.vance");
        joinAuditors("alex.wilber");
        RequestId list = judged(sentence);
        assertThat(chat.store().groups().all()).as("only previewed").isEmpty();
        says("ask for import " + list.number());
        chat.importRun().run(list);

        var watched = chat.store().groups().all();
        assertThat(stored(list).list().state()).isInstanceOf(ImportState.RowsAsked.class);
        assertThat(watched).hasSize(people > 0 ? 1 : 0).allSatisfy(group -> {
            assertThat(group.enrolled()).isFalse();
            assertThat(group.asked())
                    .isEqualTo(chat.store()
                            .batches()
                            .latest(Optional.empty(), 1)
                            .getFirst()
                            .id());
            assertThat(chat.store().groups().people(group.group())).hasSize(people);
        });
    }

    @Test
    void nobody_is_asked_for_whose_list_was_given_up_before_its_job_came_to_it() {
        RequestId list = judged();
        says("ask for import " + list.number());
        says("cancel import " + list.number());

        chat.importRun().run(list);

        assertThat(chat.store().batches().latest(Optional.empty(), 9)).isEmpty();
        assertThat(stored(list).list().state()).isInstanceOf(ImportState.ImportCancelled.class);
    }

    @Test
    void whose_plan_is_not_the_one_that_was_shown_is_left_out_and_said() {
        RequestId list = judged(TWO + "\nmegan.bowen@contoso.example");
        says("ask for import " + list.number());
        UserId adele = granted(PolicyKind.VOICE_ROUTING, "NoPSTN");

        chat.importRun().run(list);

        assertOnlyLeftOut(list, adele, Explanation.of("chat.asked.row.changed"));
    }

    @Test
    void whoever_got_another_policy_since_is_not_moved_by_who_did_not_say_so() {
        RequestId list = judged(TWO + "\nmegan.bowen@contoso.example");
        says("ask for import " + list.number());
        UserId adele = granted(PolicyKind.SHARED_CALLING, "Seattle");

        chat.importRun().run(list);

        assertOnlyLeftOut(
                list, adele, Explanation.of("chat.asked.row.other-policy", "Seattle", new PolicyName("London")));
    }

    @Test
    void whoever_was_to_be_moved_from_one_policy_is_not_moved_from_another_that_nobody_saw() {
        granted(PolicyKind.SHARED_CALLING, "Seattle");
        RequestId list = judged(TWO + "\nmegan.bowen@contoso.example");
        assertThat(chat.store().imports().rows(list, 0, 1))
                .extracting(JudgedRow::reason)
                .containsExactly(Explanation.of("bulk.row.moves", new PolicyName("Seattle"), new PolicyName("London")));
        says("ask for import %d with fixes".formatted(list.number()));
        UserId adele = granted(PolicyKind.SHARED_CALLING, "Berlin");

        chat.importRun().run(list);

        assertOnlyLeftOut(
                list, adele, Explanation.of("chat.asked.row.other-policy", "Berlin", new PolicyName("London")));
    }

    /** Adele, to whom somebody else granted a policy. */
    private UserId granted(PolicyKind kind, String policy) {
        var adele = chat.tenant()
                .ports()
                .directory()
                .findByPrincipalName("adele.vance@contoso.example")
                .orElseThrow()
                .id();
        chat.tenant()
                .ports()
                .policyGrants()
                .grant(adele, kind, new PolicyName(policy), new ChangeKey("behind our back", 1));
        return adele;
    }

    private void assertOnlyLeftOut(RequestId list, UserId adele, Explanation why) {
        var asked = (ImportState.RowsAsked) stored(list).list().state();
        assertThat(asked.people()).isEqualTo(2);
        assertThat(asked.leftOut()).extracting(CountedLine::text).containsExactly(why);
        assertThat(chat.store()
                        .batches()
                        .find(asked.batch().orElseThrow())
                        .orElseThrow()
                        .batch()
                        .terms()
                        .leftOut())
                .extracting(LeftOut::subject)
                .containsExactly(adele);
    }

    private RequestId judged() {
        return judged(TWO);
    }

    private RequestId judged(String rows) {
        RequestId list = ((RequestCard) says(rows)).id();
        chat.importRun().run(list);
        return list;
    }

    private StoredImport stored(RequestId list) {
        return chat.store().imports().find(list).orElseThrow();
    }

    private Answer says(String sentence) {
        var ana = new Caller(
                new UserId(SentencesByRole.PEOPLE.get("admin").objectId()),
                SentencesByRole.CONTOSO,
                Locale.ENGLISH,
                Caller.ConversationType.PERSONAL);
        return chat.chat().answer(ana, new ChatInput.TypedText(sentence));
    }
}
