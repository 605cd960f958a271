package dev.linekeeper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many people are given numbers of their own, by rows with person, number and place. Two numbers are free. */
class NumberListsTest {
    private static final String LIST = """
        give these numbers because back office
        User principal name\tNumber\tPlace
        pradeep.gupta@contoso.example\t+44 20 7946 0130\tLondon office
        adele.vance@contoso.example\t020 7946 0120\t
        priya.nair@contoso.example\t+442079460130\t
        raul.razo@contoso.example\t+44 20 7946 0171\t
        allan.deyoung@contoso.example\tsoon\t
        quentin.dubois@contoso.example\t\t
        sam.okafor@contoso.example\t+44 20 7946 0199\tAtlantis
        nobody.atall@contoso.example\t+44 20 7946 0198\t\
        """;

    private final ChatInMemory chat = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));

    @BeforeEach
    void freeAnother() {
        chat.tenant()
                .ports()
                .numbers()
                .release(PhoneNumber.of("+442079460120"), NumberType.OPERATOR_CONNECT, new ChangeKey("x", 1));
    }

    @AfterEach
    void close() {
        chat.close();
    }

    private Answer says(String sentence) {
        return chat.chat()
                .answer(
                        new Caller(
                                new UserId(SentencesByRole.PEOPLE.get("admin").objectId()),
                                SentencesByRole.CONTOSO,
                                Locale.ENGLISH,
                                Caller.ConversationType.PERSONAL),
                        new ChatInput.TypedText(sentence));
    }

    private RequestId judged() {
        RequestId list = ((RequestCard) says(LIST)).id();
        chat.importRun().run(list);
        return list;
    }

    @Test
    void every_row_is_judged_by_its_number_before_anything_is_asked_for() {
        RequestId list = judged();

        Map<Integer, JudgedRow> rows = chat.store().imports().rows(list, 0, 20).stream()
                .collect(Collectors.toMap(row -> row.row().number(), row -> row));
        assertThat(rows.values().stream()
                        .sorted((one, other) -> one.row().number() - other.row().number())
                        .map(JudgedRow::outcome))
                .containsExactly(
                        RowOutcome.READY,
                        RowOutcome.READY,
                        RowOutcome.DUPLICATE,
                        RowOutcome.BLOCKED,
                        RowOutcome.REFUSED,
                        RowOutcome.REFUSED,
                        RowOutcome.REFUSED,
                        RowOutcome.NOT_FOUND);
        assertThat(rows.get(2).number().orElseThrow().place()).isPresent();
        assertThat(rows.get(5).reason().key()).isEqualTo("bulk.row.blocked.admin");
        assertThat(rows.get(6).reason().key()).isEqualTo("bulk.row.number-unclear");
        assertThat(rows.get(7).reason().key()).isEqualTo("bulk.row.no-number");
        assertThat(rows.get(8).reason().key()).isEqualTo("bulk.row.no-place");
        var card = says("import " + list.number());
        assertThat(new AnswerCards()
                        .render(
                                card,
                                new Caller(
                                        new UserId(SentencesByRole.PEOPLE
                                                .get("admin")
                                                .objectId()),
                                        SentencesByRole.CONTOSO,
                                        Locale.GERMAN,
                                        Caller.ConversationType.PERSONAL))
                        .fallback())
                .contains("Personen eigene Nummern geben", "2 so weit");
        assertThat(chat.store().requests().latest(9)).isEmpty();
    }

    @Test
    void they_are_asked_for_as_one_batch_and_no_policy_can_be_chosen_for_them() {
        RequestId list = judged();
        says("import %d with London".formatted(list.number()));
        assertThat(chat.store().imports().find(list).orElseThrow().list().policy())
                .isEmpty();

        says("ask for import " + list.number());
        chat.importRun().run(list);

        var batch = chat.store().batches().latest(Optional.empty(), 9).getFirst();
        assertThat(batch.terms().plan().purpose()).isEqualTo(Purpose.NUMBER);
        assertThat(batch.terms().plan().people()).isEqualTo(2);
        assertThat(chat.store().batches().members(batch.id(), new RequestId(1), 9).stream()
                        .map(member -> member.request()
                                .terms()
                                .plan()
                                .givenNumber()
                                .orElseThrow()
                                .number()
                                .toString()))
                .containsExactlyInAnyOrder("+442079460130", "+442079460120");
        assertThat(batch.terms().leftOut()).hasSize(1);
    }

    @Test
    void without_the_headings_it_says_which_ones_it_needs() {
        assertThat(((Note) says("give these numbers\npradeep.gupta@contoso.example\t+44 20 7946 0130"))
                        .text()
                        .key())
                .isEqualTo("bulk.list.no-number-column");
        assertThat(((Note) says("give these numbers")).title().key()).isEqualTo("chat.import.how-numbers.title");
    }

    @Test
    void who_gets_one_of_the_numbers_meanwhile_leaves_the_other_alone() {
        RequestId list = judged();
        says("ask for import " + list.number());
        UserId elvia = chat.tenant()
                .ports()
                .directory()
                .findByPrincipalName("elvia.atkins@contoso.example")
                .orElseThrow()
                .id();
        chat.tenant()
                .ports()
                .numbers()
                .assign(
                        PhoneNumber.of("+442079460120"),
                        NumberType.OPERATOR_CONNECT,
                        elvia,
                        Optional.empty(),
                        Category.PRIMARY,
                        new ChangeKey("x", 2));

        chat.importRun().run(list);

        assertThat(chat.store().requests().latest(9))
                .singleElement()
                .satisfies(request -> assertThat(request.terms()
                                .plan()
                                .givenNumber()
                                .orElseThrow()
                                .number())
                        .isEqualTo(PhoneNumber.of("+442079460130")));
    }
}
