package dev.linekeeper.conversation.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Form;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of somebody without a role: they ask about themselves, ask the voice team, and follow what becomes of it. */
class EnquiriesInChatTest {
    private static final String ANA = "admin";
    private static final String LEE = "approver";
    private static final String ADELE = "user";

    private static ChatInMemory chat;

    @BeforeAll
    static void open() {
        chat = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));
    }

    @AfterAll
    static void close() {
        chat.close();
    }

    @BeforeEach
    void nobody_asked_anything() {
        chat.store().sql().sql("delete from enquiry").update();
    }

    @Test
    void who_cannot_call_is_led_from_why_to_a_request_they_can_follow() {
        var why = (Sheet) says(ADELE, "can I call?");
        var form = (Form) presses(ADELE, why.suggestions(), "chat.enquiry.button.ask");
        var sent = (RequestCard) chat.chat()
                .answer(
                        caller(ADELE),
                        new ChatInput.ButtonPress(form.verb(), Map.of("words", "I join sales", "time", "Monday")));

        assertThat(sent.state()).isEqualTo("ENQUIRY_OPEN");
        assertThat(sent.toString()).contains("I join sales", "Monday");
        assertThat(((Listing) says(ADELE, "my enquiries")).rows()).hasSize(1);

        RequestId id = sent.id();
        assertThat(((RequestCard) says(ANA, "take enquiry " + id)).state()).isEqualTo("ENQUIRY_TAKEN");
        says(ANA, "answer enquiry " + id + " with you can call from Monday on");

        var answered = (RequestCard) says(ADELE, "enquiry " + id);
        assertThat(answered.state()).isEqualTo("ENQUIRY_ANSWERED");
        assertThat(answered.version()).isEqualTo(3);
        assertThat(answered.toString()).contains("Ana Ruiz", "you can call from Monday on");
    }

    @Test
    void whoever_asked_is_told_each_time_something_moves() {
        RequestId id = asked("tell the voice team my dial pad is gone");

        says(ANA, "take enquiry " + id);
        assertThat(outcomesFor(ADELE, id)).isEqualTo(1);
        says(ANA, "take enquiry " + id);
        assertThat(outcomesFor(ADELE, id)).isEqualTo(1);
        says(ANA, "answer enquiry " + id + " with it is back");
        assertThat(outcomesFor(ADELE, id)).isEqualTo(2);
    }

    @Test
    void who_asks_again_while_it_is_open_is_shown_what_is_open() {
        RequestId id = asked("ask for calling because I join sales");

        var again = (RequestCard) says(ADELE, "ask for calling because I really want to");
        assertThat(again.id()).isEqualTo(id);
        assertThat(again.notice()).isPresent();
        assertThat(again.toString()).doesNotContain("I really want to");
    }

    @Test
    void it_is_nobody_elses_business() {
        RequestId id = asked("tell the voice team my manager shouts");

        assertThat(says(LEE, "enquiry " + id).toString()).doesNotContain("shouts");
        assertThat(says(LEE, "request " + id).toString()).doesNotContain("shouts");
        assertThat(says(ADELE, "take enquiry " + id)).isInstanceOf(Answer.NotAllowed.class);
        assertThat(says(ADELE, "ask for calling for Diego because he joins")).isInstanceOf(Answer.NotAllowed.class);
        assertThat(records(id)).noneMatch(record -> record.payload().contains("shouts"));
    }

    @Test
    void on_behalf_is_for_the_other_person_who_hears_of_it() {
        var card = (RequestCard) says(ANA, "ask for calling for Adele Vance because she joins sales");

        assertThat(card.title().arguments()).contains("Adele Vance");
        assertThat(outcomesFor(ADELE, card.id())).isEqualTo(1);
        assertThat(says(ADELE, "enquiry " + card.id())).isInstanceOf(RequestCard.class);
    }

    @Test
    void what_was_read_about_emergency_calls_is_kept_in_the_audit() {
        var card = (Sheet) says(ADELE, "emergency");
        presses(ADELE, card.suggestions(), "chat.emergency.read.button");

        assertThat(chat.store().audited())
                .filteredOn(record -> record.entry().action() == Action.ATTESTED)
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.entry().actor()).contains(caller(ADELE).id());
                    assertThat(record.entry().details()).containsEntry("read", "emergency card");
                });
    }

    @Test
    void an_approver_may_look_at_what_they_were_asked_to_decide_and_at_nothing_else() {
        RequestId id = ((RequestCard) says(ANA, "remove Joni Sherman because she left")).id();

        var card = (RequestCard) says(LEE, "request " + id);
        assertThat(card.details().toString()).contains("chat.request.deciders", "Lee Chen", "Priya Nair");
        var checked = (Answer.PersonReadiness) presses(LEE, card.suggestions(), "chat.check.button");
        assertThat(((RequestCard) presses(LEE, checked.suggestions(), "chat.check-request.back")).approve())
                .isPresent();
        assertThat(says(LEE, "evidence " + id)).isInstanceOf(Answer.Script.class);
        assertThat(says(LEE, "check Megan Bowen")).isInstanceOf(Answer.NotAllowed.class);
        assertThat(says(ADELE, "check request " + id)).isInstanceOf(Answer.NotAllowed.class);
        assertThat(((RequestCard) says(ANA, "request " + id)).suggestions())
                .noneMatch(button -> button.label().key().equals("chat.check.button"));
    }

    @Test
    void an_approver_who_was_not_asked_may_not_look() {
        RequestId id = ((RequestCard) says(ANA, "remove Bianca Pisani because she left")).id();
        chat.store()
                .sql()
                .sql("update request set body = replace(body, ?, ?) where number = ?")
                .params(caller(LEE).id().value(), caller(ADELE).id().value(), id.number())
                .update();

        assertThat(((Note) says(LEE, "check request " + id)).title().key())
                .isEqualTo("chat.check-request.not-asked.title");
        assertThat(says(LEE, "evidence " + id)).isInstanceOf(Note.class);
    }

    private static RequestId asked(String sentence) {
        return ((RequestCard) says(ADELE, sentence)).id();
    }

    private static int outcomesFor(String role, RequestId id) {
        return chat.store()
                .sql()
                .sql("select count(*) from message where kind = 'OUTCOME' and person = ? and request = ?")
                .params(caller(role).id().value(), id.number())
                .query(Integer.class)
                .single();
    }

    private static List<AuditRecord> records(RequestId id) {
        return chat.store().trail().of(id);
    }

    private static Answer presses(String role, List<Suggestion> buttons, String label) {
        return chat.chat()
                .answer(
                        caller(role),
                        buttons.stream()
                                .filter(button -> button.label().key().equals(label))
                                .findFirst()
                                .orElseThrow()
                                .press());
    }

    private static Answer says(String role, String sentence) {
        return chat.chat().answer(caller(role), new ChatInput.TypedText(sentence));
    }

    private static Caller caller(String role) {
        return new Caller(
                new UserId(SentencesByRole.PEOPLE.get(role).objectId()),
                SentencesByRole.CONTOSO,
                Locale.ENGLISH,
                Caller.ConversationType.PERSONAL);
    }
}
