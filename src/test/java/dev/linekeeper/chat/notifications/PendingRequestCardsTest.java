package dev.linekeeper.chat.notifications;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Outbox;
import dev.linekeeper.chat.UnreachableApprovers;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.Sample;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who are written to before they have a chat with the bot, and what happens when they get one. */
class PendingRequestCardsTest {
    @TempDir
    private Path folder;

    private OpenedStore kept;
    private final List<UserId> shown = new ArrayList<>();
    private final List<String> refreshed = new ArrayList<>();
    private final Set<UserId> unreachable = new HashSet<>();
    private UnreachableApprovers unreachableApprovers;
    private PendingRequestCards arrivals;

    @BeforeEach
    void open() {
        kept = OpenedStore.inFile(folder, Clock.systemUTC());
        kept.requests().add(id -> Sample.pending(id, ADELE));
        unreachableApprovers = new UnreachableApprovers(kept.addresses());
        arrivals = new PendingRequestCards(kept.requests(), new Notebook(), null, unreachableApprovers);
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void an_approver_without_a_chat_is_unreached_until_there_is_one_whatever_is_restarted() {
        var terms = Sample.terms(new RequestId(1001), ADELE);
        assertThat(unreachableApprovers.of(terms)).containsOnlyKeys(LEE, KIM);

        kept.addresses().remember(LEE, chat(LEE));

        assertThat(new UnreachableApprovers(kept.addresses()).of(terms)).containsOnlyKeys(KIM);
    }

    @Test
    void who_arrives_is_shown_what_waits_for_them_and_the_requesters_card_says_so() {
        kept.addresses().remember(LEE, chat(LEE));
        unreachableApprovers.remember(new RequestId(1001), Map.of(LEE, "Teams did not take the message"));

        arrivals.welcome(LEE);

        assertThat(shown).containsExactly(LEE);
        assertThat(refreshed).containsExactly("SC-1001");
        assertThat(unreachableApprovers.of(Sample.terms(new RequestId(1001), ADELE)))
                .containsOnlyKeys(KIM);
    }

    @Test
    void a_requester_gets_their_waiting_card_and_nobody_gets_what_is_not_theirs() {
        arrivals.welcome(SAM);
        arrivals.welcome(ADELE);

        assertThat(shown).containsExactly(SAM);
    }

    @Test
    void who_still_cannot_be_reached_stays_unreached() {
        unreachable.add(LEE);
        unreachableApprovers.remember(new RequestId(1001), Map.of(LEE, "Teams did not take the message"));

        arrivals.welcome(LEE);

        assertThat(unreachableApprovers.of(Sample.terms(new RequestId(1001), ADELE)))
                .containsEntry(LEE, "Teams did not take the message");
        assertThat(refreshed).isEmpty();
    }

    private static Addresses.Address chat(UserId person) {
        return new Addresses.Address(
                Optional.of(person),
                Caller.ConversationType.PERSONAL,
                "t",
                "en",
                "https://x",
                "msteams",
                "a:1",
                "28:b",
                "29:u");
    }

    private final class Notebook implements Outbox {
        @Override
        public Delivery show(UserId person, Function<Caller, Answer> answer) {
            if (unreachable.contains(person)) {
                return new Delivery.Undeliverable("still not");
            }
            shown.add(person);
            return new Delivery.Delivered();
        }

        @Override
        public void refresh(String topic, Function<Caller, Answer> answer) {
            refreshed.add(topic);
        }
    }
}
