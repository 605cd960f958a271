package dev.linekeeper.chat.site;

import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Sheet.Detail;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.site.LineState;
import dev.linekeeper.core.site.Site;
import dev.linekeeper.core.site.SiteChecklist;
import dev.linekeeper.core.site.SiteLine;
import dev.linekeeper.core.tenant.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a site is: a line for everything that has to be there, whose job it is and Microsoft's page. */
public final class SiteCards {
    private SiteCards() {}

    /**
     * The checklist.
     *
     * @param asOf when the tenant was read, where that is to be said
     */
    public static Sheet of(SiteChecklist checklist, Optional<Instant> asOf, List<Suggestion> buttons) {
        return new Sheet(
                Explanation.of("chat.site.title", checklist.name().value()),
                tone(checklist),
                verdict(checklist),
                checklist.lines().stream().map(SiteCards::detail).toList(),
                Stream.of(
                                Stream.of(
                                        Explanation.of("chat.site.whose"),
                                        Explanation.of("emergency.limit.configuration-only")),
                                asOf.map(at -> Explanation.of("chat.as-of", at)).stream())
                        .flatMap(notes -> notes)
                        .toList(),
                buttons);
    }

    /** Never good: what people attest is not read, and a callback may fail all the same. */
    private static Tone tone(SiteChecklist checklist) {
        return checklist.isReady() && checklist.count(LineState.WARNING) == 0 ? Tone.INFO : Tone.WARNING;
    }

    /** The answer in a sentence or two. */
    public static Explanation verdict(SiteChecklist checklist) {
        long manual = checklist.count(LineState.MANUAL);
        if (checklist.isReady()) {
            return manual > 0
                    ? Explanation.of("chat.site.verdict.manual", manual, checklist.policy())
                    : Explanation.of("chat.site.verdict.ready", checklist.policy());
        }
        return Explanation.of(
                "chat.site.verdict.open",
                checklist.count(LineState.NOT_DONE) + checklist.count(LineState.WAITS),
                checklist.count(LineState.UNREAD),
                manual);
    }

    private static Detail detail(SiteLine line) {
        return new Detail(
                Explanation.of(
                        "chat.site.line", SiteSentences.state(line), line.step().title()),
                Explanation.of(
                        "chat.site.line.page",
                        SiteSentences.says(line),
                        line.step().page()));
    }

    static Listing list(List<Site> sites) {
        return ListingCards.of(
                Explanation.of("chat.site.list.title"),
                Explanation.of("chat.site.list.text", sites.size()),
                sites.stream()
                        .map(site -> new Listing.Row(
                                Tone.INFO,
                                Explanation.of("chat.name", site.name().value()),
                                Explanation.of("chat.site.list.row"),
                                Optional.of(ChatInput.press(
                                        SiteCommands.SITES,
                                        Slot.NAME,
                                        site.name().value()))))
                        .toList(),
                List.of(NoteCards.say("set up", "chat.site.button.new"), NoteCards.say("help")));
    }
}
