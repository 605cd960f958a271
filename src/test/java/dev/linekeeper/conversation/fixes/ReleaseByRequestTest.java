package dev.linekeeper.conversation.fixes;

import static dev.linekeeper.conversation.fixes.GovernedChat.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.simulator.state.BehindOurBack;
import dev.linekeeper.simulator.state.NumberEdit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A number that nobody needs any more is taken from an account or a person by a request, and given back. */
class ReleaseByRequestTest {
    private static final PhoneNumber ANNEX = PhoneNumber.of("+14255550115");
    private static final PhoneNumber ULRICHS = PhoneNumber.of("+14255550145");
    private static final PhoneNumber ELVIAS = PhoneNumber.of("+442079460120");

    private final GovernedChat chat = new GovernedChat();

    @AfterEach
    void close() {
        chat.close();
    }

    private static ChatInput.ButtonPress send(Answer card) {
        return ((Answer.Sheet) card).suggestions().getFirst().press();
    }

    private TelephoneNumber entry(PhoneNumber number) {
        return chat.tenant().number(number).known().orElseThrow().orElseThrow();
    }

    private Answer undo() {
        return chat.asks("undo %d".formatted(chat.requests().getFirst().id().number()));
    }

    /** Another account for a policy, or none. */
    private void policy(String type, String name, String account) {
        BehindOurBack.edit(chat.inMemory().tenant(), file -> {
            var entry = BehindOurBack.entry((ObjectNode) file.path("policies"), type, "Identity", name);
            if (account.isEmpty()) {
                entry.putNull("ResourceAccount");
            } else {
                entry.put("ResourceAccount", account);
            }
        });
    }

    private void withoutPolicy() {
        policy("TeamsSharedCallingRoutingPolicy", "Tag:Annex", "");
    }

    @Test
    void an_account_that_serves_nobody_loses_its_number_and_gets_it_back_with_its_place() {
        withoutPolicy();
        Optional<LocationId> place = entry(ANNEX).location().known().orElseThrow();

        var card = chat.asks("release number +14255550115 because the annex is closed");
        assertThat(text(card))
                .contains(
                        "Release +1 425-555-0115?",
                        "Set the number of ra-seattle-annex@contoso.example",
                        "+14255550115 → none",
                        "The number stays one of yours and is free then",
                        "loses its number");
        assertThat(chat.requests()).isEmpty();
        chat.presses(send(card));
        assertThat(chat.requests())
                .singleElement()
                .satisfies(it -> assertThat(it.terms().reason()).isEqualTo("the annex is closed"));
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(entry(ANNEX).status()).isEqualTo(NumberStatus.UNASSIGNED);

        chat.asks("reserve +14255550115 for purpose fax");
        assertThat(text(undo())).contains("reserved for \"fax\"");
        chat.inMemory().store().sql().sql("delete from number_reservation").update();
        undo();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(chat.account("ra-seattle-annex").number().known().orElseThrow())
                .contains(ANNEX);
        assertThat(entry(ANNEX).location().known().orElseThrow()).isEqualTo(place);
    }

    @Test
    void what_somebody_else_has_by_then_is_not_given_back() {
        withoutPolicy();
        chat.presses(send(chat.asks("release number +14255550115")));
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        chat.asks("fix RES-04 for ra-denver with +14255550115");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);

        assertThat(text(chat.asks(
                        "undo %d".formatted(chat.requests().getLast().id().number()))))
                .contains("is not free");
    }

    @Test
    void what_is_shown_instead_of_others_by_the_time_it_was_approved_stays_and_is_refused_from_then_on() {
        withoutPolicy();
        chat.presses(send(chat.asks("release number +14255550115")));
        policy(
                "CallingLineIdentity",
                "Tag:London main line",
                chat.account("ra-seattle-annex").id().value());

        assertThat(chat.applied().done()).isEmpty();
        assertThat(entry(ANNEX).status()).isEqualTo(NumberStatus.VOICE_APPLICATION_ASSIGNED);
        assertThat(text(chat.asks("release number +14255550115")))
                .contains(
                        "ra-seattle-annex@contoso.example stays as it is", "by the caller ID policy London main line");
        assertThat(chat.requests()).hasSize(1);
    }

    @Test
    void somebody_with_a_policy_goes_on_calling_under_it() {
        var card = chat.asks("release number +14255550145");
        assertThat(text(card))
                .contains("Ulrich Vogt has it", "Release the own number +14255550145", "The number stays one of yours");

        chat.presses(send(card));
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(entry(ULRICHS).status()).isEqualTo(NumberStatus.UNASSIGNED);
        undo();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(entry(ULRICHS).status()).isEqualTo(NumberStatus.USER_ASSIGNED);
    }

    @Test
    void who_has_no_policy_cannot_call_without_it_and_the_card_says_so_first() {
        chat.inMemory()
                .tenant()
                .change(edit -> new NumberEdit(edit).release(PhoneNumber.of("+14255550180"), NumberType.CALLING_PLAN));

        var card = chat.asks("release number +442079460120");
        assertThat(text(card))
                .contains(
                        "Elvia Atkins has it", "Release the own number +442079460120", "999 and 112 will not get out");
        assertThat(((Answer.Sheet) card).suggestions())
                .extracting(it -> it.label().key())
                .containsExactly("chat.plan.send", "chat.release.enrol");
        chat.presses(send(card));
        assertThat(text(chat.asks(
                        "request %d".formatted(chat.requests().getFirst().id().number()))))
                .contains("Release the number +44 20 7946 0120 of Elvia Atkins");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(entry(ELVIAS).status()).isEqualTo(NumberStatus.UNASSIGNED);
        undo();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(entry(ELVIAS).status()).isEqualTo(NumberStatus.USER_ASSIGNED);
    }
}
