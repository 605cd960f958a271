package dev.linekeeper.chat.grammar;

import java.util.List;

/**
 * What people say in their languages beside the phrases of the commands: one {@code grammar/LANGUAGE.txt} each, which says
 * itself how it is written.
 *
 * @param ways the phrases, each with what it means
 * @param openings words of courtesy that a sentence begins with, such as {@code kannst du}
 * @param closings words of courtesy that it ends with
 * @param conditions words beside a name that make a wish no wish, such as {@code if}
 * @param negations words that turn a wish round; a typing error is never mended beside one
 * @param questions words that no wish begins with
 * @param pronouns words that stand for whom the last card is about
 */
public record Grammar(
        List<GrammarWay> ways,
        List<String> openings,
        List<String> closings,
        List<String> conditions,
        List<String> negations,
        List<String> questions,
        List<String> pronouns) {
    public static final Grammar NONE =
            new Grammar(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Grammar {
        ways = List.copyOf(ways);
        openings = List.copyOf(openings);
        closings = List.copyOf(closings);
        conditions = List.copyOf(conditions);
        negations = List.copyOf(negations);
        questions = List.copyOf(questions);
        pronouns = List.copyOf(pronouns);
    }

    /**
     * The grammar of all languages.
     *
     * @throws IllegalStateException when a file is missing or a line cannot be read; it names file and line
     */
    public static Grammar read() {
        var reader = new GrammarReader();
        List.of("en", "de", "fr").forEach(reader::read);
        return reader.grammar();
    }
}
