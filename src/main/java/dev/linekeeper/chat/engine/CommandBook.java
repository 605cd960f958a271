package dev.linekeeper.chat.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.service.people.Role;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All commands: finds the one a sentence or a button means, and tells which roles are enough for it. Thread-safe. */
public final class CommandBook {
    private final Map<String, Command> byVerb = new LinkedHashMap<>();
    private final Map<String, Command> byOpening = new HashMap<>();
    private final Map<String, List<Candidate>> byFirstWord = new HashMap<>();
    private final List<Candidate> beginningAnyhow;
    private final Spelling spelling;

    /** Almost every card has a button that says one of a few sentences. */
    private final LoadingCache<String, Optional<Command>> saidByButtons = Caffeine.newBuilder()
            .maximumSize(1_000)
            .build(sentence -> understand(Utterance.of(sentence).text()).map(CommandMatch::command));

    /**
     * Puts the commands together.
     *
     * @throws IllegalStateException when two commands share a verb or a phrase: start-up must not go on
     */
    public CommandBook(List<Command> commands) {
        var phrases = new LinkedHashMap<String, String>();
        for (Command command : commands) {
            if (byVerb.putIfAbsent(command.verb(), command) != null) {
                throw new IllegalStateException("Two commands are called '%s'".formatted(command.verb()));
            }
            byOpening.putIfAbsent(Phrase.folded(command.opening()), command);
            for (Phrase phrase : command.phrases()) {
                String other = phrases.putIfAbsent(phrase.text(), command.verb());
                if (other != null) {
                    throw new IllegalStateException(
                            "'%s' is a phrase of both '%s' and '%s'".formatted(phrase, other, command.verb()));
                }
            }
        }
        List<Candidate> all = commands.stream()
                .flatMap(command -> command.phrases().stream().map(phrase -> new Candidate(command, phrase)))
                .toList();
        all.stream()
                .flatMap(candidate -> candidate.phrase().firstWords().stream())
                .distinct()
                .forEach(word -> byFirstWord.put(
                        word,
                        all.stream()
                                .filter(candidate -> candidate.mayBeginWith(word))
                                .toList()));
        this.beginningAnyhow = all.stream()
                .filter(candidate -> candidate.phrase().firstWords().isEmpty())
                .toList();
        this.spelling = new Spelling(commands.stream()
                .flatMap(command -> command.phrases().stream())
                .flatMap(phrase -> phrase.words().stream())
                .collect(Collectors.toSet()));
    }

    /** A phrase of a command. */
    record Candidate(Command command, Phrase phrase) {
        boolean mayBeginWith(String word) {
            return phrase.firstWords().isEmpty() || phrase.firstWords().contains(word);
        }
    }

    /** A command with its slots filled. */
    public record CommandMatch(Command command, SlotValues slots) {}

    /**
     * What is meant by a sentence: of all phrases that fit the one with the most words of its own in it. The bare opening of a
     * command, which is what the menus of Teams type, means the command with nothing filled in.
     */
    public Optional<CommandMatch> understand(String said) {
        record Fit(CommandMatch meant, int certainty) {}
        return candidates(said).stream()
                .flatMap(candidate -> candidate.phrase().match(said).stream()
                        .map(match -> new Fit(new CommandMatch(candidate.command(), match.slots()), match.certainty())))
                .max(Comparator.comparingInt(Fit::certainty))
                .map(Fit::meant)
                .or(() -> Optional.ofNullable(byOpening.get(Phrase.folded(said)))
                        .map(command -> new CommandMatch(command, SlotValues.ofInputs(Map.of()))));
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
    List<Candidate> candidates(String said) {
        return byFirstWord.getOrDefault(Phrase.firstWord(said), beginningAnyhow);
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
}
