package dev.linekeeper.chat.cards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.AddressBook;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.Sample;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose clients bring a request's card up to date by themselves: people by name, as many as Teams takes. */
class RefreshingReadersTest {
    private static final List<UserId> APPROVERS = IntStream.range(0, 90)
            .mapToObj("00000000-0000-0000-0000-0000000001%02d"::formatted)
            .map(UserId::new)
            .toList();

    private final AddressBook addresses = new AddressBook();
    private final RequestDetails terms = Sample.terms(new RequestId(1042), Sample.ADELE)
            .withApprovers(APPROVERS.stream().collect(Collectors.toSet()));

    @Test
    @Requirement("T25")
    void in_a_channel_it_is_who_asked_whom_it_is_for_and_approvers_sixty_in_all() {
        known(Sample.SAM);
        known(Sample.ADELE);
        APPROVERS.forEach(this::known);
        known(Sample.KIM);

        assertThat(accounts(Sample.KIM, ConversationType.CHANNEL))
                .hasSize(60)
                .startsWith("29:" + Sample.SAM, "29:" + Sample.ADELE, "29:" + APPROVERS.getFirst())
                .doesNotHaveDuplicates()
                .doesNotContain("29:" + Sample.KIM);
    }

    @Test
    @Requirement("T25")
    void it_is_nobody_whose_account_is_not_known_and_in_ones_own_chat_oneself() {
        assertThat(accounts(Sample.KIM, ConversationType.CHANNEL)).isEmpty();
        known(Sample.KIM);
        known(Sample.SAM);
        assertThat(accounts(Sample.KIM, ConversationType.CHANNEL)).containsExactly("29:" + Sample.SAM);
        assertThat(accounts(Sample.KIM, ConversationType.PERSONAL)).containsExactly("29:" + Sample.KIM);
    }

    private List<String> accounts(UserId reader, ConversationType place) {
        return RefreshingReaders.of(terms, new Caller(reader, "contoso", Locale.UK, place), addresses);
    }

    private void known(UserId person) {
        addresses.remember(
                person,
                new Address(
                        Optional.of(person),
                        ConversationType.PERSONAL,
                        "contoso",
                        "en",
                        "https://smba.example/",
                        "msteams",
                        "a:" + person,
                        "28:bot",
                        "29:" + person));
    }
}
