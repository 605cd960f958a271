package dev.linekeeper.chat.override;

import static dev.linekeeper.chat.override.OverrideTexts.say;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RefreshingReaders;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.core.override.EmergencyOverride;
import dev.linekeeper.core.override.OverrideState.OverrideAsked;
import dev.linekeeper.core.override.OverrideState.OverrideInForce;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.override.OverrideStore;
import dev.linekeeper.service.override.StoredOverride;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Overrides as their readers may see them: approvers with buttons to decide. */
public record OverrideCards(OverrideStore store, DisplayNames names, Roles roles, Addresses addresses) {
    static final Set<Role> READERS = Set.of(Role.HELPDESK, Role.ADMIN, Role.APPROVER, Role.AUDITOR, Role.OWNER);
    static final String APPROVE = "override-approve";
    static final String DENY = "override-deny";
    static final String CLOSE = "override-close";

    /** The card of a message about one; empty when there is none of that number, or it is none of the reader's business. */
    public Optional<Answer> of(BotMessage message, Caller reader) {
        return switch (message.kind()) {
            case CARD, PROGRESS, ENDING, NEWS ->
                of(message.request(), reader, Optional.empty()).map(card -> card);
            case REMINDER -> visible(message.request(), reader).map(stored -> note("reminder", stored));
            case OUTCOME -> visible(message.request(), reader).map(stored -> note("told", stored));
        };
    }

    /** The override as it is now; empty like the other. */
    public Optional<RequestCard> of(RequestId id, Caller reader, Optional<Explanation> notice) {
        return visible(id, reader).map(stored -> card(stored, reader, notice));
    }

    private Optional<StoredOverride> visible(RequestId id, Caller reader) {
        return store.find(id).filter(_ -> !reader.othersReadAlong() && roles.hasAny(reader.id(), READERS));
    }

    private Answer note(String kind, StoredOverride stored) {
        EmergencyOverride override = stored.override();
        var texts = texts();
        var buttons = new ArrayList<Suggestion>();
        if (override.isOpen()) {
            buttons.add(close(override));
        }
        buttons.add(open(override));
        return new Answer.Note(
                Tone.WARNING,
                say(kind + ".title", override.id()),
                say(kind + ".text", texts.title(override), texts.status(override), override.reason()),
                buttons);
    }

    private OverrideTexts texts() {
        return new OverrideTexts(names);
    }

    private RequestCard card(StoredOverride stored, Caller reader, Optional<Explanation> notice) {
        EmergencyOverride override = stored.override();
        boolean decides = override.state() instanceof OverrideAsked
                && roles.maybe(reader.id()).contains(Role.APPROVER)
                && !reader.id().equals(override.requester())
                && !reader.id().equals(override.person())
                && override.approvals().stream()
                        .noneMatch(approval -> approval.by().equals(reader.id()));
        return new RequestCard(
                override.id(),
                stored.version(),
                texts().title(override),
                notice,
                OverrideTexts.state(override),
                texts().status(override),
                details(override),
                List.of(),
                notes(override),
                Optional.of(press(APPROVE, stored)).filter(_ -> decides),
                Optional.of(press(DENY, stored)).filter(_ -> decides),
                Optional.empty(),
                override.isOpen() ? List.of(close(override)) : List.of(),
                RefreshingReaders.of(List.of(), Set.of(), reader, addresses));
    }

    private List<Sheet.Detail> details(EmergencyOverride override) {
        return List.of(
                Sheet.detail("chat.request.person", RequestCards.name(names.of(override.person()))),
                Sheet.detail("chat.request.requester", RequestCards.name(names.of(override.requester()))),
                Sheet.detail("chat.request.reason", RequestCards.name(override.reason())),
                Sheet.detail(
                        "chat.override.until",
                        Explanation.of(
                                "chat.list", List.of(override.days().end().orElseThrow()))),
                Sheet.detail(
                        "chat.override.gap",
                        Explanation.of("chat.list", override.gap().rules())));
    }

    private static List<Explanation> notes(EmergencyOverride override) {
        var notes = new ArrayList<>(
                override.gap().lines().stream().map(OverrideTexts::line).toList());
        if (override.state() instanceof OverrideAsked) {
            notes.add(say("two"));
        }
        if (override.state() instanceof OverrideInForce) {
            notes.add(say("verdict-stays"));
        }
        return notes;
    }

    private static ButtonPress press(String verb, StoredOverride stored) {
        return ChatInput.press(
                        verb, Slot.REQUEST, Long.toString(stored.override().id().number()))
                .with(Slot.THING, Long.toString(stored.version()));
    }

    private static Suggestion close(EmergencyOverride override) {
        String number = Long.toString(override.id().number());
        return new Suggestion(
                say("close"),
                "close override %s because ".formatted(number),
                ChatInput.press(CLOSE, Slot.THING, number));
    }

    private static Suggestion open(EmergencyOverride override) {
        String number = Long.toString(override.id().number());
        return new Suggestion(
                say("open"), "request " + number, ChatInput.press(CommandVerbs.REQUEST, Slot.REQUEST, number));
    }

    /** Those that are open. */
    Answer list() {
        List<StoredOverride> open = store.open();
        return open.isEmpty()
                ? NoteCards.of(Tone.GOOD, "chat.override.none")
                : new Listing(
                        say("list.title", open.size()),
                        say("list.text"),
                        open.stream().map(this::row).toList(),
                        0,
                        List.of(NoteCards.say("help")));
    }

    private Listing.Row row(StoredOverride stored) {
        EmergencyOverride override = stored.override();
        return new Listing.Row(
                override.state() instanceof OverrideAsked ? Tone.INFO : Tone.WARNING,
                Explanation.of("chat.requests.row", override.id(), texts().title(override)),
                say("list.row", override.gap().rules(), texts().status(override)),
                Optional.of(open(override).press()));
    }
}
