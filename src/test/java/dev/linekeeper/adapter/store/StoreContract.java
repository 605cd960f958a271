package dev.linekeeper.adapter.store;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static dev.linekeeper.service.requests.Sample.SAM;
import static dev.linekeeper.service.requests.Sample.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditSelection;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import dev.linekeeper.service.people.AtOnce;
import dev.linekeeper.service.requests.RequestStore.Added;
import dev.linekeeper.service.requests.RequestStore.Replaced;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.Sample;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database has to do for us. */
abstract class StoreContract {
    protected static final Clock CLOCK = Clock.fixed(MONDAY, ZoneOffset.UTC);
    protected OpenedStore store;

    abstract OpenedStore open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void the_first_request_is_1001_and_comes_back_as_it_was() {
        Stored added = add(ADELE);
        assertThat(added.request().id()).hasToString("SC-1001");
        assertThat(store.requests().find(added.request().id())).contains(added);
        assertThat(add(SAM).request().id()).hasToString("SC-1002");
    }

    @Test
    @Requirement("T22")
    void a_person_has_one_open_request() {
        Stored first = add(ADELE);
        assertThat(store.requests().add(id -> Sample.pending(id, ADELE)))
                .isEqualTo(new Added.RivalOpen(first.request()));
        replaced(first, ((Request.Pending) first.request()).cancel(SAM, MONDAY));
        assertThat(store.requests().open(ADELE)).isEmpty();
        assertThat(add(ADELE).request().id()).isNotEqualTo(first.request().id());
    }

    @Test
    @Requirement("T22")
    void of_many_who_ask_for_the_same_person_at_once_one_gets_through() throws Exception {
        List<Added> answers = AtOnce.of(6, _ -> store.requests().add(id -> Sample.pending(id, ADELE)));
        assertThat(answers).filteredOn(Added.New.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Added.RivalOpen.class::isInstance).hasSize(5);
    }

    @Test
    @Requirement("T11")
    void of_two_who_decide_at_once_one_wins_and_the_other_sees_who() throws Exception {
        Stored stored = add(ADELE);
        var pending = (Request.Pending) stored.request();
        List<Replaced> answers = AtOnce.of(
                2, i -> store.requests().replace(stored, pending.approve(permit(pending, i == 0 ? LEE : KIM))));
        var winner = answers.stream()
                .filter(Replaced.Done.class::isInstance)
                .map(Replaced.Done.class::cast)
                .toList();
        assertThat(winner).hasSize(1);
        assertThat(answers)
                .contains(new Replaced.Superseded(winner.getFirst().stored().request()));
    }

    @Test
    void a_request_is_not_opened_again_while_another_is_open() {
        Stored first = add(ADELE);
        var pending = (Request.Pending) first.request();
        Stored partly = replaced(
                replaced(first, pending.approve(permit(pending, LEE))),
                ((Request.Approved) pending.approve(permit(pending, LEE)))
                        .start(MONDAY)
                        .stop(StopReason.REFUSED, "no", MONDAY));
        Stored second = add(ADELE);
        assertThat(store.requests().replace(partly, ((Request.PartlyApplied) partly.request()).resume(MONDAY)))
                .isEqualTo(new Replaced.OtherOpen(second.request()));
    }

    @Test
    @Requirement("T28")
    void earlier_versions_are_kept_until_tidied() {
        Stored first = add(ADELE);
        Request.Cancelled cancelled = ((Request.Pending) first.request()).cancel(SAM, MONDAY);
        replaced(first, cancelled);
        RequestId id = cancelled.id();
        assertThat(store.requests().find(id, 1)).contains(first.request());
        assertThat(store.requests().find(id, 2)).contains(cancelled);
        assertThat(store.requests().find(id, 0)).isEmpty();
        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(8)));
        assertThat(store.requests().find(id, 1)).isEmpty();
    }

    @Test
    @Requirement("T28")
    void of_a_person_who_is_erased_nothing_is_left_but_an_open_request() {
        Stored closed = add(ADELE);
        replaced(closed, ((Request.Pending) closed.request()).cancel(SAM, MONDAY));
        Request open = add(ADELE).request();
        Request others = add(KIM).request();
        var chat = new Address(
                Optional.of(ADELE),
                Caller.ConversationType.PERSONAL,
                "t",
                "en",
                "https://x/",
                "msteams",
                "a:1",
                "b",
                "u");
        store.addresses().heard(chat);
        store.addresses().posted(new CardCopy(open.id().toString(), chat, "7"));
        store.messages().post(ADELE, BotMessage.card(open.id()));

        assertThat(store.upkeep().openRequests(ADELE)).containsExactly(open.id());
        assertThat(store.upkeep().openRequests(SAM)).containsExactly(open.id(), others.id());
        var erased = store.upkeep().erase(ADELE, "asked for it", MONDAY);

        assertThat(erased.requests()).isEqualTo(1);
        assertThat(erased.cards()).isEqualTo(2);
        assertThat(store.requests().find(closed.request().id())).isEmpty();
        assertThat(store.requests().find(closed.request().id(), 1)).isEmpty();
        assertThat(store.requests().latest(9)).containsExactly(others, open);
        assertThat(store.addresses().find(ADELE)).isEmpty();
        assertThat(store.addresses().copies(open.id().toString())).isEmpty();
    }

    @Test
    @Requirement("T28")
    void finished_requests_go_after_their_time_and_open_ones_stay() {
        Stored finished = add(ADELE);
        replaced(finished, ((Request.Pending) finished.request()).cancel(SAM, MONDAY));
        Stored open = add(KIM);

        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(399)));
        assertThat(store.requests().find(finished.request().id())).isPresent();
        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(401)));
        assertThat(store.requests().find(finished.request().id())).isEmpty();
        assertThat(store.requests().find(open.request().id())).isPresent();
    }

    @Test
    void requests_are_found_by_who_asked_and_whom_they_concern() {
        Request first = add(ADELE).request();
        Request second = add(KIM).request();
        assertThat(store.requests().askedBy(SAM, 5)).containsExactly(second, first);
        assertThat(store.requests().latest(1)).containsExactly(second);
        assertThat(store.requests().awaitingDecision())
                .containsExactly((Request.Pending) first, (Request.Pending) second);
    }

    @Test
    void all_or_nothing_is_stored() {
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    add(ADELE);
                    store.trail().append(entry("lost"));
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");
        assertThat(store.requests().open(ADELE)).isEmpty();
        assertThat(store.audited()).isEmpty();
    }

    @Test
    @Requirement("T26")
    void many_can_write_to_the_trail_at_once_and_it_stays_whole() throws Exception {
        AtOnce.of(4, i -> {
            for (int j = 0; j < 10; j++) {
                store.trail().append(entry("%d/%d".formatted(i, j)));
            }
            return i;
        });
        assertThat(store.trail().verify(List.of())).isInstanceOfSatisfying(Verification.ChainWhole.class, whole -> {
            assertThat(whole.records()).isEqualTo(40);
            assertThat(whole.head()).isEqualTo(store.audited().getLast().hash());
        });
    }

    @Test
    void what_was_written_to_the_trail_is_read_back() {
        AuditRecord written = store.trail().append(entry("quote \" back \\ line \n null \u0000 smile \uD83D\uDE00"));
        assertThat(store.trail().of(new RequestId(1042))).containsExactly(written);
        assertThat(store.trail().of(ADELE, 5)).containsExactly(written);
        assertThat(store.trail().of(LEE, 5)).containsExactly(written);
        assertThat(store.trail().of(KIM, 5)).isEmpty();
        var all = new ArrayList<AuditRecord>();
        store.trail().forEach(AuditSelection.EVERYTHING, all::add);
        assertThat(all).containsExactly(written);
    }

    @Test
    @Requirement("T11")
    void a_button_works_once_and_not_for_ever() throws Exception {
        store.tokens().save("hash", MONDAY.plusSeconds(60));
        assertThat(AtOnce.of(4, _ -> store.tokens().take("hash", MONDAY))).containsOnlyOnce(true);
        store.tokens().save("old", MONDAY);
        assertThat(store.tokens().take("old", MONDAY)).isFalse();
    }

    @Test
    void a_conversation_is_remembered_replaced_and_forgotten() {
        store.addresses().remember(LEE, address("first"));
        store.addresses().remember(LEE, address("second"));
        assertThat(store.addresses().find(LEE)).contains(address("second"));
        assertThat(store.addresses().personOf(address("second").userId())).contains(LEE);
        assertThat(store.addresses().personOf("29:nobody")).isEmpty();
        store.addresses().forget(LEE);
        assertThat(store.addresses().find(LEE)).isEmpty();
    }

    @Test
    void a_card_belongs_to_one_topic_at_a_time() {
        store.addresses().posted(new CardCopy("SC-1042", address("a"), "1"));
        store.addresses().posted(new CardCopy("SC-1042", address("b"), "1"));
        store.addresses().posted(new CardCopy("SC-1043", address("a"), "1"));
        assertThat(store.addresses().copies("SC-1042")).containsExactly(new CardCopy("SC-1042", address("b"), "1"));
        assertThat(store.addresses().copies("SC-1043")).containsExactly(new CardCopy("SC-1043", address("a"), "1"));
    }

    protected Stored add(UserId person) {
        return ((Added.New) store.requests().add(id -> Sample.pending(id, person))).stored();
    }

    private Stored replaced(Stored before, Request after) {
        return ((Replaced.Done) store.requests().replace(before, after)).stored();
    }

    private static AuditEntry entry(String what) {
        return new AuditEntry(
                MONDAY,
                Optional.of(LEE),
                AuditEntry.Action.APPROVED,
                Optional.of(new RequestId(1042)),
                Optional.of(ADELE),
                Map.of("what", what, "a", "1"));
    }

    private static Address address(String conversation) {
        return new Address(
                Optional.of(LEE),
                Caller.ConversationType.PERSONAL,
                "tenant",
                "en-US",
                "http://localhost/",
                "msteams",
                conversation,
                "28:bot",
                "29:lee");
    }
}
