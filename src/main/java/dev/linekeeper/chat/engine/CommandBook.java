package dev.linekeeper.chat.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.grammar.Grammar;
import dev.linekeeper.chat.grammar.GrammarWay;
import dev.linekeeper.chat.grammar.Phrase;
import dev.linekeeper.chat.grammar.Spelling;
import dev.linekeeper.chat.grammar.WordIndex;
import dev.linekeeper.service.people.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All commands: finds the one a sentence or a button means, and tells which roles are enough for it. Thread-safe. */
public final class CommandBook {
    private final Map<String, Command> byVerb = new LinkedHashMap<>();
    private final Map<String, Command> byOpening = new HashMap<>();
    private final Map<String, List<Candidate>> byFirstWord = new HashMap<>();
    private final List<Candidate> beginningAnyhow;
    private final Spelling spelling;
    private final WordIndex words;
    private final Grammar grammar;

    /** Almost every card has a button that says one of a few sentences. */
    private final LoadingCache<String, Optional<Command>> saidByButtons = Caffeine.newBuilder()
            .maximumSize(1_000)
            .build(sentence -> understand(heard(sentence).text()).map(CommandMatch::command));

    /** The commands with their own phrases alone, as {@link #CommandBook(List, Grammar)}. */
    public CommandBook(List<Command> commands) {
        this(commands, Grammar.NONE);
    }

    /**
     * Puts the commands together.
     *
     * @param grammar other ways to say what the commands are for; where one fits as well as a phrase of a command, it is the
     *     command's
     * @throws IllegalStateException when two commands share a verb or a phrase, or the grammar has a way for a command that is
     *     not there: start-up must not go on
     */
    public CommandBook(List<Command> commands, Grammar grammar) {
        var phrases = new LinkedHashMap<String, String>();
        for (Command command : commands) {
            if (byVerb.putIfAbsent(command.verb(), command) != null) {
                throw new IllegalStateException("Two commands are called '%s'".formatted(command.verb()));
            }
            byOpening.putIfAbsent(Phrase.folded(command.opening()), command);
        }
        FollowUps.commands().forEach(reply -> byVerb.put(reply.verb(), reply));
        List<Candidate> all = Stream.concat(
                        commands.stream()
                                .flatMap(command -> command.phrases().stream()
                                        .map(phrase -> new Candidate(command, phrase, Map.of()))),
                        grammar.ways().stream().map(this::candidate))
                .toList();
        for (Candidate candidate : all) {
            String verb = candidate.command().verb();
            String other = phrases.putIfAbsent(candidate.phrase().text(), verb);
            if (other != null) {
                throw new IllegalStateException(
                        "'%s' is a phrase of both '%s' and '%s'".formatted(candidate.phrase(), other, verb));
            }
            candidate.phrase().firstWords().forEach(word -> byFirstWord.put(word, new ArrayList<>()));
        }
        for (Candidate candidate : all) {
            var words = candidate.phrase().firstWords();
            (words.isEmpty() ? byFirstWord.keySet() : words)
                    .forEach(word -> byFirstWord.getOrDefault(word, List.of()).add(candidate));
        }
        this.beginningAnyhow = all.stream()
                .filter(candidate -> candidate.phrase().firstWords().isEmpty())
                .toList();
        this.spelling = new Spelling(all.stream()
                .flatMap(candidate -> candidate.phrase().words().stream())
                .collect(Collectors.toSet()));
        this.words = new WordIndex(all.stream()
                .collect(Collectors.groupingBy(
                        candidate -> candidate.command().verb(),
                        Collectors.flatMapping(candidate -> candidate.phrase().words().stream(), Collectors.toSet()))));
        this.grammar = grammar;
    }

    private Candidate candidate(GrammarWay way) {
        Command command = find(way.verb())
                .orElseThrow(() ->
                        new IllegalStateException("%s: there is no command '%s'".formatted(way.where(), way.verb())));
        return new Candidate(command, way.phrase(), way.filled());
    }

    /** A way to say a command, and what it fills without its being said. */
    record Candidate(Command command, Phrase phrase, Map<Slot, String> filled) {
        /** A name has no courtesy about it, wherever in the sentence that stood. */
        Optional<Fit> fit(String said, String plain, List<String> courtesy) {
            return phrase.match(said, plain).map(match -> {
                var slots = new EnumMap<Slot, String>(Slot.class);
                slots.putAll(filled);
                slots.putAll(match.slots());
                Understanding.NAMES.forEach(slot -> slots.computeIfPresent(
                        slot,
                        (_, name) ->
                                new Utterance(name).without(courtesy, courtesy).text()));
                return new Fit(new CommandMatch(command, new SlotValues(slots)), match.certainty());
            });
        }
    }

    record Fit(CommandMatch meant, int certainty) {}

    /** A command with its slots filled. */
    public record CommandMatch(Command command, SlotValues slots) {}

    /**
     * What is meant by a sentence: of all phrases that fit the one with the most words of its own in it. The bare opening of a
     * command, which is what the menus of Teams type, means the command with nothing filled in.
     */
    public Optional<CommandMatch> understand(String said) {
        String plain = Phrase.plain(said);
        String last = Phrase.lastWord(plain);
        return candidates(plain).stream()
                .filter(candidate -> candidate.phrase().mayEndWith(last))
                .flatMap(candidate -> candidate.fit(said, plain, grammar.closings()).stream())
                .max(Comparator.comparingInt(Fit::certainty))
                .map(Fit::meant)
                .or(() -> Optional.ofNullable(byOpening.get(Phrase.folded(said)))
                        .map(command -> new CommandMatch(command, SlotValues.ofInputs(Map.of()))));
    }

    /** What was typed, without the courtesy of any language. */
    public Utterance heard(String typed) {
        return Utterance.of(typed).without(grammar.openings(), grammar.closings());
    }

    Grammar grammar() {
        return grammar;
    }

    /** What a file means that comes without words: the first command that takes one. */
    Optional<CommandMatch> ofFileAlone() {
        return byVerb.values().stream()
                .filter(Command::takesFile)
                .findFirst()
                .map(command -> new CommandMatch(command, SlotValues.ofInputs(Map.of())));
    }

    /** A sentence to send with a file; while no command takes one, a sentence to write instead. */
    String fileExample() {
        return ofFileAlone().map(CommandMatch::command).or(() -> find(CommandVerbs.ENROL)).stream()
                .map(Command::displayText)
                .findFirst()
                .orElse("help");
    }

    /** The phrases that may fit a sentence, as far as its first word tells, in the order of the commands. */
    List<Candidate> candidates(String plain) {
        return byFirstWord.getOrDefault(Phrase.firstWord(plain), beginningAnyhow);
    }

    /** The sentence somebody with these roles may have meant who mistyped a word. */
    public Optional<String> correction(String said, Set<Role> roles) {
        return spelling.corrections(
                        said,
                        sentence -> understand(sentence)
                                .filter(meant -> meant.command().isOpen(roles))
                                .isPresent())
                .findFirst();
    }

    /** The verbs of the commands that a sentence shares words with, the nearest first. */
    List<String> nearest(String said) {
        return words.ranked(said);
    }

    public Optional<Command> find(String verb) {
        return Optional.ofNullable(byVerb.get(verb));
    }

    /** Whether one of the roles is enough for what a button does, the command of the sentence it says included. */
    boolean isOpen(ButtonPress press, Set<Role> roles) {
        return find(press).filter(command -> command.isOpen(roles)).isPresent();
    }

    private Optional<Command> find(ButtonPress press) {
        return press.verb().equals(NoteCards.SAY)
                ? SlotValues.ofInputs(press.inputs()).text(Slot.SENTENCE).flatMap(saidByButtons::get)
                : find(press.verb());
    }

    /** What a button does, the sentence it says included. */
    Optional<CommandMatch> meant(ButtonPress press) {
        var slots = SlotValues.ofInputs(press.inputs());
        return press.verb().equals(NoteCards.SAY)
                ? slots.text(Slot.SENTENCE)
                        .flatMap(said -> understand(heard(said).text()))
                : find(press.verb()).map(command -> new CommandMatch(command, slots));
    }
}
