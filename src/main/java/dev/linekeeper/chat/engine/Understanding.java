package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.engine.CommandBook.CommandMatch;
import dev.linekeeper.chat.grammar.Phrase;
import dev.linekeeper.service.people.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What somebody means by a sentence, and how sure that is: what only may be meant is never done. Thread-safe. */
public final class Understanding {
    /** Where names stand; in a reason anything may be said. */
    static final Set<Slot> NAMES = EnumSet.of(Slot.PERSON, Slot.PEOPLE, Slot.THING, Slot.POLICY);

    private final CommandBook book;

    public Understanding(CommandBook book) {
        this.book = book;
    }

    /** What was meant. */
    public sealed interface Meaning {
        /** Said in so many words. */
        record Said(CommandMatch match) implements Meaning {}

        /** Said with a typing error; {@code sentence} is what may be meant. */
        record Mistyped(CommandMatch match, String sentence) implements Meaning {}

        /** A wish with a "not" or an "if" in it, or a question whether to: nothing is done. */
        record Withheld() implements Meaning {}

        record Unclear() implements Meaning {}
    }

    /**
     * Of a sentence without courtesy.
     *
     * @param roles of the person, asked for only where a typing error may be mended
     */
    public Meaning of(String sentence, Supplier<Set<Role>> roles) {
        Optional<CommandMatch> said = book.understand(sentence);
        Optional<String> behindAnd = said.flatMap(this::sentenceBehindAnd);
        if (behindAnd.isPresent()) {
            return of(behindAnd.get(), roles);
        }
        if (said.isPresent()) {
            return isWithheld(said.get()) || isQuestion(sentence, said.get())
                    ? new Meaning.Withheld()
                    : new Meaning.Said(said.get());
        }
        Set<Role> held = roles.get();
        return book.correction(sentence, held)
                .flatMap(meant -> book.understand(meant)
                        .map(match -> isWithheld(match) || isNegated(sentence, match)
                                ? new Meaning.Withheld()
                                : new Meaning.Mistyped(match, meant)))
                .orElseGet(Meaning.Unclear::new);
    }

    /** An "and" before a sentence of its own is no more than a beginning; before a name it says "the same for". */
    private Optional<String> sentenceBehindAnd(CommandMatch match) {
        return match.slots()
                .text(Slot.THING)
                .filter(_ -> match.command().verb().equals(FollowUps.FOR))
                .map(said -> book.heard(said).text())
                .filter(said -> book.understand(said).isPresent());
    }

    private boolean isWithheld(CommandMatch match) {
        boolean isSaidSo = match.command().verb().equals(FollowUps.WITHHOLD);
        return isSaidSo || (isWish(match.command()) && hasCondition(match));
    }

    private boolean hasCondition(CommandMatch match) {
        return match.slots().values().entrySet().stream()
                .filter(slot -> NAMES.contains(slot.getKey()))
                .anyMatch(slot -> hasOne(book.grammar().conditions(), slot.getValue()));
    }

    /** What is asked for with a reason; lists have filters in which a "not" is no refusal. */
    private static boolean isWish(Command command) {
        return !command.isReading() && command.fields().stream().anyMatch(field -> field.slot() == Slot.REASON);
    }

    /** No wish begins with "who". */
    private boolean isQuestion(String sentence, CommandMatch match) {
        return isWish(match.command()) && book.grammar().questions().contains(Phrase.firstWord(Phrase.plain(sentence)));
    }

    /** A mended word must not be the one that says no. */
    private boolean isNegated(String sentence, CommandMatch match) {
        return !match.command().isReading() && hasOne(book.grammar().negations(), sentence.replace("'", "' "));
    }

    private static boolean hasOne(List<String> words, String text) {
        String spaced = " " + Phrase.plain(text.toLowerCase(Locale.ROOT)) + " ";
        return words.stream().anyMatch(word -> spaced.contains(" " + word + " "));
    }
}
