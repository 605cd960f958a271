package dev.linekeeper.chat.engine;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.CommandBook.CommandMatch;
import dev.linekeeper.chat.engine.LastCards.LastCard;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers to the last card: what "yes", "more", "the second one" or "and for Megan?" come to. What only reads is done; what
 * changes something is asked about, unless the card asked exactly that a moment ago. Thread-safe.
 */
final class FollowUps {
    /** The message on the button of a question that says yes. */
    static final String YES_LABEL = "chat.completed.yes";

    /** What was said is not to be done. */
    static final String WITHHOLD = "@withhold";

    /** The same again, for somebody else. */
    static final String FOR = "@for";

    private static final String YES = "@yes";
    private static final String MORE = "@more";
    private static final String BACK = "@back";
    private static final String FIX = "@fix";
    private static final String NTH = "@nth";

    /** Where somebody or something is named, the likeliest first. */
    private static final List<Slot> NAMES = List.of(Slot.PERSON, Slot.PEOPLE, Slot.THING, Slot.POLICY);

    private static final int OFFERED = 5;

    private final LastCards cards;
    private final CommandBook book;

    FollowUps(LastCards cards, CommandBook book) {
        this.cards = cards;
        this.book = book;
    }

    /** What a reply comes to: a button to press, or what to show. */
    sealed interface Reply {
        record Pressed(ButtonPress press) implements Reply {}

        record Shown(Answer answer) implements Reply {}
    }

    /** What people say to a card; the grammar says how, each by itself means nothing. */
    static List<Command> commands() {
        return Stream.of(YES, MORE, BACK, FIX, NTH, FOR, WITHHOLD)
                .map(verb -> command(verb).by(Role.USER).says(verb).answers(_ -> NoteCards.notUnderstood()))
                .toList();
    }

    static boolean isOne(CommandMatch match) {
        return match.command().verb().startsWith("@");
    }

    Reply to(Caller caller, CommandMatch said) {
        LastCard last = cards.of(caller);
        return switch (said.command().verb()) {
            case YES -> yes(last);
            case MORE ->
                only(last.buttons().stream()
                        .filter(button -> button.label().key().endsWith(".next"))
                        .toList());
            case FIX ->
                only(last.buttons().stream()
                        .filter(button -> button.press().verb().equals(CommandVerbs.FIX))
                        .toList());
            case BACK -> last.before().map(this::again).orElseGet(FollowUps::nothing);
            case NTH ->
                nth(last, Integer.parseInt(said.slots().text(Slot.DIGITS).orElse("0")));
            default -> another(last, said.slots().text(Slot.THING).orElse(""));
        };
    }

    /** The same, where a word such as "her" stands for whom the last card is about; empty when no such word stands there. */
    Optional<Reply> aboutTheSame(Caller caller, CommandMatch said) {
        return NAMES.stream()
                .filter(slot -> said.slots().text(slot).filter(this::isPronoun).isPresent())
                .findFirst()
                .map(slot -> again(new CommandMatch(
                        said.command(),
                        said.slots()
                                .with(
                                        slot,
                                        cards.of(caller)
                                                .asked()
                                                .flatMap(FollowUps::named)
                                                .orElse("")))));
    }

    private boolean isPronoun(String name) {
        return book.grammar().pronouns().stream().anyMatch(name::equalsIgnoreCase);
    }

    private static Optional<String> named(CommandMatch asked) {
        return NAMES.stream().flatMap(slot -> asked.slots().text(slot).stream()).findFirst();
    }

    private Reply yes(LastCard last) {
        List<Suggestion> yes = last.buttons().stream()
                .filter(button -> button.label().key().equals(YES_LABEL))
                .toList();
        boolean isClear = yes.size() == 1 && cards.isFresh(last) && !isSigned(yes.getFirst());
        return isClear
                ? new Reply.Pressed(yes.getFirst().press())
                : only(
                        yes.isEmpty()
                                ? Stream.concat(last.buttons().stream(), last.rows().stream())
                                        .toList()
                                : yes);
    }

    /** Whether a decision hangs on it: that is pressed, never typed as a yes. */
    private static boolean isSigned(Suggestion button) {
        return button.press().inputs().containsKey(Slot.NONCE.key());
    }

    /** The one thing that may be meant; of several, which one. */
    private Reply only(List<Suggestion> offers) {
        return switch (offers.size()) {
            case 0 -> nothing();
            case 1 -> press(offers.getFirst());
            default ->
                new Reply.Shown(new Answer.Note(
                        Tone.INFO,
                        Explanation.of("chat.reply.which.title"),
                        Explanation.of("chat.reply.which.text"),
                        offers.stream().limit(OFFERED).toList()));
        };
    }

    private Reply nth(LastCard last, int number) {
        List<Suggestion> offers = last.rows().isEmpty() ? last.buttons() : last.rows();
        return number < 1 || number > offers.size() ? nothing() : press(offers.get(number - 1));
    }

    private Reply another(LastCard last, String name) {
        return last.asked()
                .flatMap(asked -> NAMES.stream()
                        .filter(slot -> asked.slots().text(slot).isPresent())
                        .findFirst()
                        .map(slot -> again(
                                new CommandMatch(asked.command(), asked.slots().with(slot, name)))))
                .orElseGet(FollowUps::nothing);
    }

    private Reply again(CommandMatch match) {
        return press(new Suggestion(
                Explanation.of("chat.say", match.command().verb()),
                "",
                new ButtonPress(match.command().verb(), match.slots().inputs())));
    }

    /** What only reads is done; else it is asked whether that is meant. */
    private Reply press(Suggestion offer) {
        ButtonPress press = offer.press();
        Optional<CommandMatch> meant = book.meant(press);
        if (meant.isEmpty()) {
            return nothing();
        }
        Command command = meant.get().command();
        if (command.isReading()
                || CommandRunner.isIncomplete(command, meant.get().slots())) {
            return new Reply.Pressed(press);
        }
        String values = meant.get().slots().values().entrySet().stream()
                .filter(slot -> slot.getKey() != Slot.NONCE)
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
        return new Reply.Shown(new Answer.Note(
                Tone.INFO,
                Explanation.of("chat.reply.question.title", Explanation.of(command.titleKey()), values),
                Explanation.of("chat.reply.question.text"),
                List.of(
                        new Suggestion(Explanation.of(YES_LABEL), "", press),
                        NoteCards.say("leave it", "chat.reply.leave"))));
    }

    private static Reply nothing() {
        return new Reply.Shown(NoteCards.of(Tone.INFO, "chat.reply.nothing"));
    }
}
