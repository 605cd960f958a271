package dev.linekeeper.chat.enquiry;

import static dev.linekeeper.chat.enquiry.EnquiryTexts.say;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RefreshingReaders;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.digest.AdminChannel;
import dev.linekeeper.chat.digest.NewsCards;
import dev.linekeeper.core.enquiry.Enquiry;
import dev.linekeeper.core.enquiry.EnquiryKind;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryAnswered;
import dev.linekeeper.core.enquiry.EnquiryState.EnquiryOpen;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.digest.NewsStore;
import dev.linekeeper.service.enquiry.EnquiryDesk;
import dev.linekeeper.service.enquiry.EnquiryStore;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An enquiry as its reader may see it: whoever asked follows it, the voice team has buttons, a channel reads no words of it. */
public record EnquiryCards(
        EnquiryStore store,
        NewsStore news,
        AdminChannel channel,
        Addresses addresses,
        Roles roles,
        Directory directory,
        DisplayNames names)
        implements NewsCards {
    static final Set<Role> TEAM = Set.of(Role.HELPDESK, Role.ADMIN);

    @Override
    public String kind() {
        return EnquiryDesk.KIND;
    }

    @Override
    public Answer card(NewsItem item, Caller reader) {
        return of(item.number(), reader, Optional.empty())
                .<Answer>map(card -> card)
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.enquiry.gone"));
    }

    /** The enquiry of that number; empty when there is none, or it is none of the reader's business. */
    public Optional<RequestCard> of(RequestId id, Caller reader, Optional<Explanation> notice) {
        return store.find(id)
                .filter(found -> reader.othersReadAlong() || mayRead(found, reader))
                .map(found -> card(found, reader, notice));
    }

    boolean mayRead(Enquiry enquiry, Caller reader) {
        return enquiry.concerns(reader.id())
                || roles.scopeOver(reader.id(), TEAM, enquiry.person()).isPresent();
    }

    private RequestCard card(Enquiry enquiry, Caller reader, Optional<Explanation> notice) {
        boolean alone = !reader.othersReadAlong();
        var texts = new EnquiryTexts(names);
        return new RequestCard(
                enquiry.id(),
                news.find(enquiry.id()).map(NewsItem::version).orElse(1L),
                alone ? texts.title(enquiry) : say("title.channel"),
                notice,
                EnquiryTexts.state(enquiry),
                texts.status(enquiry),
                alone ? details(enquiry) : List.of(),
                List.of(),
                alone && enquiry.concerns(reader.id()) ? notes(enquiry) : List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                alone ? buttons(enquiry, reader) : List.of(button("open", EnquiryCommands.OPEN, enquiry)),
                RefreshingReaders.of(List.of(), Set.of(), reader, addresses));
    }

    private List<Sheet.Detail> details(Enquiry enquiry) {
        var details = new ArrayList<Sheet.Detail>();
        if (!enquiry.asker().equals(enquiry.person())) {
            details.add(Sheet.detail("chat.request.requester", RequestCards.name(names.of(enquiry.asker()))));
        }
        details.add(Sheet.detail("chat.enquiry.words", RequestCards.name(enquiry.words())));
        if (!enquiry.since().isEmpty()) {
            details.add(Sheet.detail("chat.enquiry.since", RequestCards.name(enquiry.since())));
        }
        if (enquiry.state() instanceof EnquiryAnswered(_, _, var answer)) {
            details.add(Sheet.detail("chat.enquiry.answer", RequestCards.name(answer)));
        }
        return details;
    }

    /** What whoever asked can expect. */
    private List<Explanation> notes(Enquiry enquiry) {
        return switch (enquiry.state()) {
            case EnquiryOpen() -> List.of(isReached() ? say("follow", enquiry.id()) : say("nobody", enquiry.id()));
            default -> List.of();
        };
    }

    /** Whether news has somewhere to go. */
    private boolean isReached() {
        return channel.find().isPresent()
                || roles.holders(Role.ADMIN).stream()
                        .anyMatch(admin -> addresses.find(admin).isPresent());
    }

    private List<Suggestion> buttons(Enquiry enquiry, Caller reader) {
        var buttons = new ArrayList<Suggestion>();
        if (enquiry.state() instanceof EnquiryOpen) {
            buttons.add(button("take", EnquiryCommands.TAKE, enquiry));
        }
        if (enquiry.isOpen()) {
            buttons.add(button("reply", EnquiryCommands.ANSWER, enquiry));
            directory
                    .find(enquiry.person())
                    .map(DirectoryEntry::userPrincipalName)
                    .ifPresent(upn -> {
                        buttons.add(NoteCards.say("why can't %s call".formatted(upn), "chat.enquiry.button.why"));
                        if (enquiry.kind() == EnquiryKind.CALLING) {
                            buttons.add(NoteCards.say("enrol " + upn, "chat.enrol.button"));
                        }
                    });
        }
        if (enquiry.concerns(reader.id())) {
            buttons.add(NoteCards.say("my enquiries", "chat.enquiry.button.mine"));
        }
        return buttons;
    }

    private static Suggestion button(String label, String verb, Enquiry enquiry) {
        return new Suggestion(
                say("button." + label),
                "",
                ChatInput.press(verb, Slot.REQUEST, Long.toString(enquiry.id().number())));
    }
}
