package dev.linekeeper.conversation.fixes;

import static dev.linekeeper.conversation.fixes.GovernedChat.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.simulator.state.BehindOurBack;
import dev.linekeeper.simulator.state.NumberEdit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Denver's account has its licence and no number, and the one that the annex had fits: it is given, and taken back. */
class AccountNumberTest {
    private static final PhoneNumber FREE = PhoneNumber.of("+14255550115");

    private final GovernedChat chat = new GovernedChat();

    @BeforeEach
    void free() {
        chat.inMemory().tenant().change(edit -> new NumberEdit(edit).release(FREE, NumberType.CALLING_PLAN));
    }

    @AfterEach
    void close() {
        chat.close();
    }

    private Optional<PhoneNumber> number() {
        return chat.account("ra-denver").number().known().orElseThrow();
    }

    private static FormField offered(Answer form) {
        return ((Answer.Form) form)
                .fields().stream()
                        .filter(field -> field.slot() == Slot.CHOICE)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void the_card_offers_the_number_that_fits_it_is_given_and_taken_back() {
        var card = (Answer.PersonReadiness) chat.asks("check ra-denver");
        var button = card.suggestions().stream()
                .filter(it -> it.press().inputs().containsValue("RES-04"))
                .findFirst()
                .orElseThrow()
                .press();
        var choice = offered(chat.presses(button));
        assertThat(choice.choices())
                .singleElement()
                .satisfies(it -> assertThat(it.title()).isEqualTo("+14255550115 (Calling Plan, US)"));

        assertThat(text(chat.presses(button.with(Slot.CHOICE, choice.value()))))
                .contains("Set the number of ra-denver@contoso.example", "+14255550115", "Now it has none");
        assertThat(number()).isEmpty();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(number()).contains(FREE);

        assertThat(text(chat.asks(
                        "undo %d".formatted(chat.requests().getFirst().id().number()))))
                .contains("emergency numbers included");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(number()).isEmpty();
        assertThat(chat.tenant()
                        .number(FREE)
                        .known()
                        .orElseThrow()
                        .orElseThrow()
                        .target())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+1 (425) 555-0115, Set the number of ra-denver",
        "+14255550100, is not free",
        "+14255550171, is not free",
        "+14255550130, is kept for callbacks of emergency calls by the policy Seattle service callback",
        "+442079460130, the usage location of Denver main line is US",
        "+14255550141, Choose|Nothing|Put right",
        "banana, Put right|RES-04"
    })
    void what_cannot_be_had_is_refused_with_why(String choice, String said) {
        var answer = chat.asks("fix RES-04 for ra-denver with " + choice);

        assertThat(text(answer)).containsPattern(said);
        assertThat(number()).isEmpty();
        assertThat(chat.requests()).hasSize(said.startsWith("Set the") ? 1 : 0);
    }

    @Test
    void without_its_licence_whose_job_that_is_is_said() {
        BehindOurBack.edit(
                chat.inMemory().tenant(),
                file -> BehindOurBack.entry(
                                file,
                                "resourceAccounts",
                                "id",
                                chat.account("ra-denver").id().value())
                        .putArray("assignedPlans"));

        assertThat(text(chat.asks("fix RES-04 for ra-denver with +14255550115")))
                .contains("RES-02 is not for Linekeeper", "whoever assigns licences");
        assertThat(chat.requests()).isEmpty();
    }

    /** The tenant was looked at, and is not old enough to be read again for looking. */
    @Test
    void a_licence_that_came_since_the_card_was_shown_counts() {
        licensed(false);
        assertThat(text(chat.asks("fix RES-04 for ra-denver with +14255550115")))
                .contains("whoever assigns licences");

        licensed(true);

        assertThat(text(chat.asks("fix RES-04 for ra-denver with +14255550115")))
                .contains("Set the number of ra-denver");
        assertThat(chat.requests()).hasSize(1);
    }

    private void licensed(boolean held) {
        BehindOurBack.edit(chat.inMemory().tenant(), file -> {
            var plans = BehindOurBack.entry(
                            file,
                            "resourceAccounts",
                            "id",
                            chat.account("ra-denver").id().value())
                    .putArray("assignedPlans");
            if (held) {
                plans.addObject()
                        .put("servicePlanId", "f47330e9-c134-43b3-9993-e7f004506889")
                        .put("service", "MicrosoftCommunicationsOnline")
                        .put("capabilityStatus", "Enabled");
            }
        });
    }

    @Test
    void a_number_that_is_asked_for_as_somebodys_own_is_refused() {
        chat.inMemory()
                .tenant()
                .change(edit ->
                        new NumberEdit(edit).release(PhoneNumber.of("+442079460100"), NumberType.OPERATOR_CONNECT));
        chat.asks("give priya.nair@contoso.example +442079460130 because back office");
        assertThat(chat.requests()).hasSize(1);

        assertThat(text(chat.asks("fix RES-04 for ra-london with +442079460130")))
                .contains("is to be somebody's own: SC-");
        assertThat(chat.requests()).hasSize(1);
    }

    @Test
    void a_calling_plan_number_without_a_place_is_given_with_the_one_that_is_chosen() {
        chat.inMemory().tenant().change(edit -> new NumberEdit(edit).locate(FREE, Optional.empty()));

        var choice = offered(chat.asks("fix RES-04 for ra-denver with +14255550115"));
        assertThat(choice.choices()).extracting(it -> it.title()).anyMatch(it -> it.contains("Seattle office"));
        chat.asks("fix RES-04 for ra-denver with " + choice.value());

        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(number()).contains(FREE);
        assertThat(chat.tenant()
                        .number(FREE)
                        .known()
                        .orElseThrow()
                        .orElseThrow()
                        .location()
                        .known()
                        .orElseThrow())
                .contains(new LocationId("fe771441-2e85-5274-9125-4e765e1d220b"));
    }
}
