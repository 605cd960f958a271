package dev.linekeeper.chat.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.AddressBook;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.ManualTime;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cards that an owner sends to see whom requests will reach. */
class TestCardsTest {
    private static final GroupId APPROVERS = new GroupId("approvers");
    private static final UserId LEE = new UserId("lee");
    private static final UserId PRIYA = new UserId("priya");

    private final Outbox outbox = new Outbox();
    private final ManualTime time = new ManualTime();
    private final AddressBook addresses = new AddressBook();

    @Test
    void every_approver_is_sent_one_and_who_has_no_chat_yet_is_told_first() {
        addresses.remember(LEE, chatOf(LEE));
        var listing = (Listing) cards(Set.of(LEE, PRIYA)).send();

        assertThat(outbox.readers).containsExactlyInAnyOrder(LEE, PRIYA);
        assertThat(listing.rows()).extracting(row -> row.tone()).containsExactly(Tone.WARNING, Tone.GOOD);
        assertThat(listing.rows().getFirst().detail().key()).isEqualTo("chat.setup.tested.no-chat");
        assertThat(listing.rows().getFirst().name().arguments().getFirst()).isEqualTo("priya");
    }

    @Test
    void a_second_look_later_is_another_card() {
        var cards = cards(Set.of(LEE));
        cards.send();
        time.passes(Duration.ofMinutes(1));
        cards.send();

        assertThat(outbox.noted).hasSize(2);
        assertThat(outbox.readers).containsExactly(LEE, LEE);
    }

    @Test
    void without_approvers_nothing_is_sent_and_the_way_to_choose_some_is_offered() {
        assertThat(cards(Set.of()).send()).isInstanceOfSatisfying(Note.class, note -> {
            assertThat(note.tone()).isEqualTo(Tone.STOP);
            assertThat(note.suggestions()).extracting(it -> it.typed()).containsExactly("choose approvers");
        });
        assertThat(outbox.noted).isEmpty();
    }

    @Test
    void the_card_asks_nothing_of_its_reader() {
        var cards = cards(Set.of(LEE));
        cards.send();
        var reader = new Caller(LEE, "contoso", Locale.ENGLISH, Caller.ConversationType.PERSONAL);

        assertThat(cards.card(outbox.noted.getFirst(), reader))
                .isInstanceOfSatisfying(
                        Note.class,
                        note -> assertThat(note.suggestions())
                                .extracting(it -> it.typed())
                                .containsExactly("help"));
    }

    private TestCards cards(Set<UserId> approvers) {
        var directory = Outbox.directory(Map.of(APPROVERS, approvers));
        var roles = new Roles(directory, Map.of(Role.APPROVER, Set.of(APPROVERS)), time, Duration.ZERO);
        return new TestCards(outbox, outbox.queue, roles, addresses, new DisplayNames(directory, time), time);
    }

    private static Address chatOf(UserId person) {
        return new Address(
                Optional.of(person),
                Caller.ConversationType.PERSONAL,
                "contoso",
                "en",
                "https://smba.example/",
                "msteams",
                "a:" + person.value(),
                "28:bot",
                "29:" + person.value());
    }
}
