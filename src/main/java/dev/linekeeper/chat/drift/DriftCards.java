package dev.linekeeper.chat.drift;

import static dev.linekeeper.chat.drift.DriftTexts.say;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RefreshingReaders;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.core.drift.DriftFinding;
import dev.linekeeper.core.drift.DriftSeverity;
import dev.linekeeper.core.drift.DriftState.DriftOpen;
import dev.linekeeper.core.drift.DriftState.PutBackAsked;
import dev.linekeeper.core.drift.DriftState.PutBackReady;
import dev.linekeeper.core.history.Setting.SettingKind;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.drift.DriftStore;
import dev.linekeeper.service.drift.StoredDrift;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drifts as people see them: what changed for how many and why, never by whom. In a channel nobody is named. */
public record DriftCards(DriftStore store, DisplayNames names, Roles roles, Addresses addresses) {
    static final Set<Role> READERS = Set.of(Role.HELPDESK, Role.ADMIN, Role.APPROVER, Role.AUDITOR, Role.OWNER);

    static final String ONE = "drift-one";
    static final String PEOPLE = "drift-people";
    static final String REPORT = "drift-report";
    static final String ACCEPT = "drift-accept";
    static final String PUT_BACK = "drift-put-back";
    static final String ASK = "drift-ask";

    /** So few are named on the card. */
    private static final int NAMED = 5;

    private static final int ROWS = 20;

    /** The drift as it is now; empty when there is none of that number, or the reader has none of the roles any more. */
    public Optional<RequestCard> of(RequestId id, Caller reader, Optional<Explanation> notice) {
        return store.find(id)
                .filter(_ -> reader.othersReadAlong() || roles.hasAny(reader.id(), READERS))
                .map(stored -> card(stored, reader, notice));
    }

    /** For whom its buttons are where others read along; empty when there is none of that number. */
    public Optional<Set<Role>> audience(RequestId id) {
        return store.find(id).map(_ -> Set.of(Role.USER, Role.ADMIN));
    }

    /** The same, or that there is none. */
    Answer shown(RequestId id, Caller reader) {
        return of(id, reader, Optional.empty()).<Answer>map(card -> card).orElseGet(() -> none(id));
    }

    static Answer none(RequestId id) {
        return NoteCards.of(Tone.INFO, "chat.drift.no-such", id);
    }

    private RequestCard card(StoredDrift stored, Caller reader, Optional<Explanation> notice) {
        DriftFinding drift = stored.drift();
        return new RequestCard(
                drift.id(),
                stored.version(),
                DriftTexts.title(stored),
                notice,
                DriftTexts.state(drift.state()),
                DriftTexts.status(stored, names::of),
                details(stored, reader),
                List.of(),
                DriftTexts.notes(stored, reader.othersReadAlong()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                suggestions(stored),
                RefreshingReaders.of(List.of(), Set.of(), reader, addresses));
    }

    private List<Sheet.Detail> details(StoredDrift stored, Caller reader) {
        DriftFinding drift = stored.drift();
        var details = new ArrayList<Sheet.Detail>();
        details.add(Sheet.detail(
                "chat.drift.severity",
                Explanation.of("chat.drift.severity." + drift.cause().severity())));
        details.add(Sheet.detail("chat.drift.between", say("between.value", drift.after(), drift.until())));
        details.add(Sheet.detail(
                "chat.drift.people", say("people.value", stored.people(), stored.people() - stored.left())));
        if (stored.people() <= NAMED && !reader.othersReadAlong()) {
            details.add(Sheet.detail(
                    "chat.drift.who",
                    Explanation.of(
                            "chat.list",
                            store.people(drift.id(), 0, NAMED).stream()
                                    .map(person -> RequestCards.name(names.of(person.person())))
                                    .toList())));
        }
        return details;
    }

    private static List<Suggestion> suggestions(StoredDrift stored) {
        var state = stored.drift().state();
        String number = Long.toString(stored.drift().id().number());
        var buttons = new ArrayList<Suggestion>();
        if (state instanceof PutBackReady ready && ready.can() > 0) {
            buttons.add(new Suggestion(say("ask", ready.can()), "ask to put back drift " + number, press(ASK, number)));
        }
        if (state instanceof DriftOpen || state instanceof PutBackReady) {
            buttons.add(new Suggestion(
                    say("accept"),
                    "accept drift " + number,
                    press(ACCEPT, number).with(Slot.THING, Long.toString(stored.version()))));
            if (stored.drift().cause().setting().kind() != SettingKind.USAGE_LOCATION) {
                buttons.add(new Suggestion(
                        say(state instanceof DriftOpen ? "put-back" : "look-again"),
                        "put back drift " + number,
                        press(PUT_BACK, number)));
            }
        }
        if (state instanceof PutBackAsked asked) {
            asked.requests().stream().limit(3).forEach(id -> buttons.add(NoteCards.say("request " + id.number())));
        }
        buttons.add(new Suggestion(say("everybody"), "people in drift " + number, press(PEOPLE, number)));
        buttons.add(new Suggestion(say("file"), "report of drift " + number, press(REPORT, number)));
        return buttons;
    }

    static ButtonPress press(String verb, String number) {
        return ChatInput.press(verb, Slot.REQUEST, number);
    }

    /** Those that are open, the gravest first. */
    Answer list() {
        return listing(store.open());
    }

    /** Those of a range that were told together, as they are now. */
    Answer list(RequestId first, RequestId last) {
        return listing(store.between(first, last));
    }

    private static Answer listing(List<StoredDrift> some) {
        if (some.isEmpty()) {
            return NoteCards.of(Tone.GOOD, "chat.drift.none");
        }
        return new Listing(
                say(
                        "list.title",
                        some.size(),
                        some.stream().mapToInt(StoredDrift::left).sum()),
                say("list.text"),
                some.stream()
                        .sorted(Comparator.comparing((StoredDrift stored) ->
                                        stored.drift().cause().severity())
                                .thenComparing(StoredDrift::left, Comparator.reverseOrder()))
                        .limit(ROWS)
                        .map(DriftCards::row)
                        .toList(),
                Math.max(0, some.size() - ROWS),
                List.of(NoteCards.say("help")));
    }

    private static Listing.Row row(StoredDrift stored) {
        DriftFinding drift = stored.drift();
        return new Listing.Row(
                !drift.state().isOpen()
                        ? Tone.GOOD
                        : drift.cause().severity() == DriftSeverity.OTHER ? Tone.INFO : Tone.WARNING,
                Explanation.of("chat.requests.row", drift.id(), DriftTexts.title(stored)),
                say(
                        "list.row",
                        Explanation.of("card.state." + DriftTexts.state(drift.state())),
                        drift.after(),
                        drift.until()),
                Optional.of(press(ONE, Long.toString(drift.id().number()))));
    }
}
