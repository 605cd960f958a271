package dev.linekeeper.chat.notifications;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.PersonNotes;
import dev.linekeeper.chat.UnreachableApprovers;
import dev.linekeeper.chat.bulk.CourseNotes;
import dev.linekeeper.chat.cards.BatchCards;
import dev.linekeeper.chat.cards.RequestButtons;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.simulator.state.Fabrikam;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who are written to before they have a chat with the bot, and what happens when they get one. */
class PendingRequestCardsTest {
    private static final BotMessage CARD = BotMessage.card(new RequestId(1001));

    @TempDir
    private Path folder;

    private OpenedStore kept;
    private UnreachableApprovers unreachable;
    private PendingRequestCards arrivals;

    @BeforeEach
    void open() {
        kept = OpenedStore.inFile(folder, Clock.systemUTC());
        kept.requests().add(id -> Sample.pending(id, ADELE));
        unreachable = new UnreachableApprovers(kept.addresses(), kept.messages());
        arrivals = new PendingRequestCards(kept.requests(), kept.batches(), kept.messages());
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    @Requirement("T24")
    void an_approver_without_a_chat_is_unreached_until_there_is_one_whatever_is_restarted() {
        var terms = Sample.terms(new RequestId(1001), ADELE);
        assertThat(unreachable.of(terms)).containsOnlyKeys(LEE, KIM);

        kept.addresses().remember(LEE, chat(LEE));

        assertThat(unreachable.of(terms)).containsOnlyKeys(KIM);
    }

    @Test
    @Requirement("T23")
    void an_approver_whom_a_message_does_not_reach_is_unreached_until_one_does() {
        var terms = Sample.terms(new RequestId(1001), ADELE);
        kept.addresses().remember(LEE, chat(LEE));
        kept.addresses().remember(KIM, chat(KIM));
        kept.messages().post(LEE, CARD);
        assertThat(unreachable.of(terms)).isEmpty();

        var message = kept.lanes().due("a:" + LEE).getFirst();
        kept.lanes().giveUp(message, "teams.blocked");
        assertThat(unreachable.of(terms)).containsExactly(Map.entry(LEE, "teams.blocked"));

        kept.messages().resume(LEE);
        kept.lanes().sent(kept.lanes().due("a:" + LEE).getFirst());
        assertThat(unreachable.of(terms)).isEmpty();
    }

    @Test
    @Requirement("T23")
    void the_requester_reads_whom_the_bot_could_not_reach() {
        kept.addresses().remember(LEE, chat(LEE));

        assertThat(card(SAM).notes())
                .contains(Explanation.of("chat.request.unreached", KIM.value(), Explanation.of("teams.noChat")));
        assertThat(card(LEE).notes()).noneMatch(note -> note.key().equals("chat.request.unreached"));
    }

    private Answer.RequestCard card(UserId reader) {
        var directory = Fabrikam.model().ports().directory();
        var clock = Clock.systemUTC();
        var buttons = new RequestButtons(new ButtonTokens(kept.tokens(), clock), clock);
        var roles = new Roles(directory, Map.of(), clock, Duration.ZERO);
        var names = new DisplayNames(directory, clock);
        var cards = new RequestCards(
                kept.requests(),
                buttons,
                roles,
                names,
                unreachable,
                null,
                new BatchCards(
                        kept.batches(),
                        buttons,
                        roles,
                        names,
                        unreachable,
                        new CourseNotes(FreezeWindows.NONE, names, Sample.POLICY, clock)),
                PersonNotes.NONE);
        var there = new Caller(reader, "t", Locale.ENGLISH, Caller.ConversationType.PERSONAL);
        return (Answer.RequestCard) cards.of(new RequestId(1001), there);
    }

    @Test
    void who_arrives_is_shown_what_waits_for_them_and_the_requesters_card_says_so() {
        kept.addresses().remember(LEE, chat(LEE));
        kept.addresses().posted(new Addresses.CardCopy("SC-1001", chat(SAM), "7"));

        arrivals.welcome(LEE);

        assertThat(kept.lanes().due("a:" + LEE))
                .extracting(message -> message.person())
                .containsExactly(Optional.of(LEE));
        assertThat(kept.lanes().due("a:" + SAM))
                .extracting(message -> message.activityId())
                .containsExactly("7");
    }

    @Test
    void a_requester_gets_their_waiting_card_and_nobody_gets_what_is_not_theirs() {
        arrivals.welcome(SAM);
        arrivals.welcome(ADELE);

        assertThat(kept.lanes().dueLanes()).containsExactly("to:" + SAM);
    }

    private static Addresses.Address chat(UserId person) {
        return new Addresses.Address(
                Optional.of(person),
                Caller.ConversationType.PERSONAL,
                "t",
                "en",
                "https://x",
                "msteams",
                "a:" + person,
                "28:b",
                "29:u");
    }
}
