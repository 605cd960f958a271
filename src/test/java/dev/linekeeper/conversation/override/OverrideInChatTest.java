package dev.linekeeper.conversation.override;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.PersonReadiness;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.request.Obstacle;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.NumberEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;

/** Somebody is enrolled over an emergency gap: whose callback number another person has. */
class OverrideInChatTest {
    private static final UserId ANA = new UserId("5e43303f-8f5c-57de-abb6-c2c813ee3de4");
    private static final UserId SAM = new UserId("ebdcdfc7-7e07-532c-948c-dfe8b4fb7c0d");
    private static final UserId LEE = new UserId("2bcadb2f-2b54-5310-adc4-3a91a5ed46f6");
    private static final UserId PRIYA = new UserId("ab8a3eb0-c8e4-527d-ad37-d7a29118142b");
    private static final UserId INGRID = new UserId("b0f8129b-0cfc-550b-b815-33141382a2a3");
    private static final UserId OMAR = new UserId("a156df82-4f09-5ae1-beac-b272175f854c");
    private static final String NOTE =
            "Emergency gap (POL-07) accepted until Thursday, December 10, 2026 by Lee Chen and Priya Nair:"
                    + " the port takes two weeks";

    private final HandClock clock = new HandClock(Instant.parse("2026-11-28T09:00:00Z"));
    private final ChatInMemory chat = ChatInMemory.over(Fabrikam.demo(clock), clock);

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    @Requirement("T30")
    void somebody_is_enrolled_over_a_gap_that_two_others_accept_and_every_card_of_them_says_so() throws Exception {
        var asked = (RequestCard) says(ANA, ask("megan.bowen", "2026-12-10"));
        assertThat(asked.state()).isEqualTo("OVERRIDE_ASKED");
        assertThat(words(asked)).anyMatch(line -> line.startsWith("POL-07: Callback numbers that somebody"));
        String number = Long.toString(asked.id().number());
        assertThat(says(ANA, "enrol megan.bowen@contoso.example with Seattle borrowed"))
                .isInstanceOf(PersonReadiness.class);
        assertThat(says(ANA, "approve override " + number)).isInstanceOf(Answer.NotAllowed.class);

        assertThat(((RequestCard) says(LEE, "approve override " + number)).state())
                .isEqualTo("OVERRIDE_ASKED");
        assertThat(notice(says(LEE, "approve override " + number))).isEqualTo("chat.decided.already-approved");
        assertThat(says(ANA, "enrol megan.bowen@contoso.example with Seattle borrowed"))
                .isInstanceOf(PersonReadiness.class);
        assertThat(((RequestCard) says(PRIYA, "request " + number)).approve()).isPresent();
        assertThat(((RequestCard) says(PRIYA, "approve override " + number)).state())
                .isEqualTo("OVERRIDE_IN_FORCE");
        assertThat(told()).contains(INGRID, OMAR, ANA);

        var enrolment = (RequestCard) says(ANA, "enrol megan.bowen@contoso.example with Seattle borrowed");
        assertThat(words(enrolment)).contains(NOTE);
        says(LEE, "approve " + enrolment.id().number());
        says(LEE, "confirm " + enrolment.id().number());
        chat.requests().applying().run(enrolment.id());
        var done = (RequestCard) says(ANA, "request " + enrolment.id().number());
        assertThat(done.state()).isEqualTo("DONE");
        assertThat(words(done)).contains(NOTE).anyMatch(line -> line.contains("POL-07"));

        var check = (PersonReadiness) says(ANA, "check megan.bowen@contoso.example");
        assertThat(check.checks())
                .anyMatch(line -> line.rule().equals("POL-07") && line.mark().equals("FAIL"));
        assertThat(say(check.verdict())).endsWith(NOTE);
        for (String sentence :
                List.of("emergency megan.bowen@contoso.example", "caller id of megan.bowen@contoso.example")) {
            assertThat(words(says(ANA, sentence))).contains(NOTE);
        }
        assertThat(words(says(person(enrolment.id()), "emergency"))).contains(NOTE);
        assertThat(((Listing) says(INGRID, "overrides")).rows()).hasSize(1);

        long before = queued();
        clock.pass(Duration.ofDays(6));
        chat.overrides().watch().run();
        assertThat(queued()).isEqualTo(before);
        clock.pass(Duration.ofDays(2));
        chat.overrides().watch().run();
        chat.overrides().watch().run();
        assertThat(queued() - before)
                .as("Ana, Sam, Lee and Priya are reminded once")
                .isEqualTo(4);

        var closed = (RequestCard) says(ANA, "close override megan.bowen@contoso.example because the port is done");
        assertThat(closed.state()).isEqualTo("OVERRIDE_CLOSED");
        assertThat(words(says(ANA, "emergency megan.bowen@contoso.example"))).doesNotContain(NOTE);
        assertThat(chat.store().audited().stream()
                        .filter(record -> record.entry().request().equals(Optional.of(asked.id())))
                        .map(record -> record.entry().action().name()))
                .contains("ASKED", "APPROVED", "REFUSED", "CANCELLED");
    }

    @Test
    void neither_who_asked_nor_who_it_is_for_may_agree_or_ask_for_themselves() {
        long number = asked(says(SAM, ask("megan.bowen", "2026-12-10")));
        assertThat(notice(says(SAM, "approve override " + number))).isEqualTo("chat.decided.own-request");
        assertThat(notice(says(SAM, "deny override %d because no".formatted(number))))
                .isEqualTo("chat.decided.own-request");
        says(SAM, "close override %d because wrong person".formatted(number));

        assertThat(title(says(SAM, ask("sam.okafor", "2026-12-10")))).isEqualTo("chat.override.not.ONESELF.title");
        assertThat(title(says(SAM, ask("priya.nair", "2026-12-10"))))
                .isEqualTo("chat.override.not.TOO_FEW_APPROVERS.title");
        long forPriya = asked(says(ANA, ask("priya.nair", "2026-12-10")));
        assertThat(notice(says(PRIYA, "approve override " + forPriya))).isEqualTo("chat.decided.beneficiary");
        assertThat(chat.store().overrides().open().getFirst().override().approvals())
                .isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused_and_named_and_nothing_is_asked() {
        Map.of(
                        "with Seattle borrowed until 2026-11-27 because x", "chat.day.over.title",
                        "with Seattle borrowed until 2026-12-29 because x", "chat.override.not.DAY_TOO_FAR.title",
                        "with Seattle borrowed until 2026-02-30 because x", "chat.day.none.title",
                        "with Seattle borrowed until never because x", "chat.day.none.title",
                        "with Seattle until 2026-12-10 because x", "chat.override.not.NOTHING_BLOCKS.title",
                        "with Austin until 2026-12-10 because x", "chat.override.not.CANNOT_PASS_OVER.title",
                        "with Toll-free direct until 2026-12-10 because x", "chat.override.not.CANNOT_PASS_OVER.title")
                .forEach((rest, title) -> assertThat(title(says(ANA, "override megan.bowen@contoso.example " + rest)))
                        .as(rest)
                        .isEqualTo(title));
        assertThat(says(ANA, "override megan.bowen@contoso.example with Seattle borrowed"))
                .isInstanceOf(Answer.Form.class);
        var request = (RequestCard) says(ANA, "enrol megan.bowen@contoso.example with Seattle");
        assertThat(title(says(ANA, ask("megan.bowen", "2026-12-10"))))
                .isEqualTo("chat.override.not.REQUEST_OPEN.title");
        assertThat(chat.store().overrides().open()).isEmpty();

        says(ANA, "cancel " + request.id().number());
        asked(says(ANA, ask("megan.bowen", "2026-12-10")));
        assertThat(title(says(ANA, ask("megan.bowen", "2026-12-11"))))
                .isEqualTo("chat.override.not.OVERRIDE_OPEN.title");
    }

    @Test
    @Requirement("T30")
    void an_approved_enrolment_stops_where_its_override_was_closed_or_the_gap_grew_and_changes_nothing()
            throws Exception {
        RequestId closed = approvedOverAcceptedGap("alex.wilber");
        says(ANA, "close override alex.wilber@contoso.example because somebody objected");
        RequestId grown = approvedOverAcceptedGap("megan.bowen");
        chat.tenant()
                .change(edit -> ((ArrayNode) edit.policies(PolicyKind.SHARED_CALLING)
                                .valueStream()
                                .filter(policy ->
                                        policy.path("Identity").asString().equals("Tag:Seattle borrowed"))
                                .findFirst()
                                .orElseThrow()
                                .path("EmergencyNumbers"))
                        .add("+442079460173"));
        for (RequestId enrolment : List.of(closed, grown)) {
            chat.requests().applying().run(enrolment);
            Request stopped =
                    chat.store().requests().find(enrolment).orElseThrow().request();
            assertThat(stopped)
                    .isInstanceOfSatisfying(
                            Request.Overtaken.class, it -> assertThat(it.why()).isEqualTo(Obstacle.BLOCKED));
            assertThat(stopped.done()).isEmpty();
        }
    }

    @Test
    @Requirement("T30")
    void it_counts_for_one_person_and_policy_until_a_reading_shows_the_gap_gone() {
        long number = accepted("megan.bowen");
        assertThat(says(ANA, "enrol megan.bowen@contoso.example with Seattle service callback"))
                .isInstanceOf(PersonReadiness.class);
        var several =
                says(ANA, "enrol megan.bowen@contoso.example, diego.siciliani@contoso.example with Seattle borrowed");
        assertThat(several.toString()).contains("chat.asked.row.blocked");
        assertThat(chat.store().requests().latest(5))
                .extracting(
                        request -> request.terms().plan().policy().orElseThrow().value())
                .containsExactly("Seattle borrowed");

        chat.overrides().watch().run();
        assertThat(state(number)).isEqualTo("OVERRIDE_IN_FORCE");
        chat.tenant()
                .change(edit -> new NumberEdit(edit).release(PhoneNumber.of("+14255550174"), NumberType.CALLING_PLAN));
        chat.overrides().watch().run();
        assertThat(state(number)).isEqualTo("OVERRIDE_MENDED");
    }

    private String state(long number) {
        return ((RequestCard) says(INGRID, "request " + number)).state();
    }

    private RequestId approvedOverAcceptedGap(String alias) {
        accepted(alias);
        var enrolment = (RequestCard) says(ANA, "enrol %s@contoso.example with Seattle borrowed".formatted(alias));
        says(LEE, "approve " + enrolment.id().number());
        says(LEE, "confirm " + enrolment.id().number());
        return enrolment.id();
    }

    private long accepted(String alias) {
        long number = asked(says(ANA, ask(alias, "2026-12-10")));
        says(LEE, "approve override " + number);
        says(PRIYA, "approve override " + number);
        return number;
    }

    private static long asked(Answer answer) {
        assertThat(answer).isInstanceOf(RequestCard.class);
        return ((RequestCard) answer).id().number();
    }

    private static String title(Answer answer) {
        return ((Note) answer).title().key();
    }

    private List<UserId> told() {
        return chat.store()
                .sql()
                .sql("select person from message")
                .query((row, _) -> new UserId(row.getString(1)))
                .list();
    }

    private long queued() {
        return told().size();
    }

    private UserId person(RequestId id) {
        return chat.store().requests().find(id).orElseThrow().request().terms().person();
    }

    private static String ask(String alias, String until) {
        return "override %s@contoso.example with Seattle borrowed until %s because the port takes two weeks"
                .formatted(alias, until);
    }

    private static String notice(Answer answer) {
        return ((RequestCard) answer).notice().orElseThrow().key();
    }

    private static String say(Explanation explanation) {
        return Wording.of(Locale.ENGLISH).say(explanation);
    }

    /** The notes of a card as they are read. */
    private static List<String> words(Answer answer) {
        return switch (answer) {
            case RequestCard card ->
                card.notes().stream().map(OverrideInChatTest::say).toList();
            case Sheet sheet ->
                sheet.notes().stream().map(OverrideInChatTest::say).toList();
            default -> throw new AssertionError(answer.toString());
        };
    }

    private Answer says(UserId who, String sentence) {
        return chat.chat()
                .answer(
                        new Caller(who, SentencesByRole.CONTOSO, Locale.ENGLISH, Caller.ConversationType.PERSONAL),
                        new ChatInput.TypedText(sentence));
    }
}
