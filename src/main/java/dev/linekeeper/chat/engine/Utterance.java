package dev.linekeeper.chat.engine;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody typed, without what makes it polite: greetings, please and thank you, the question mark. Typographic
 * quotes become plain ones, lines and cells become a list. Read letter by letter, as every message and most buttons are.
 */
public record Utterance(String text) {
    /** The most characters of a message; a longer one is refused. */
    static final int LONGEST = 2_000;

    private static final String SINGLE_QUOTES = "\u2018\u2019\u201b\u02b9\u02bc\u2032\uff07\u00b4`";
    private static final String DOUBLE_QUOTES = "\u201c\u201d\u00ab\u00bb";
    private static final String UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff";
    private static final String SPACES = " \u000b\f";
    private static final String CELLS = "\r\n\t";
    private static final String LAST_MARKS = " \t\n\u000b\f\r?!.\u2026;,:";
    private static final String COMMAS = ", ";

    private static final List<String> GREETINGS = List.of(
            "hi",
            "hello",
            "hey",
            "dear",
            "good morning",
            "good afternoon",
            "good evening",
            "ok",
            "okay",
            "so",
            "then",
            "now",
            "linekeeper",
            "there",
            "bot",
            "team");
    private static final List<String> REQUESTS = Stream.of(
                    List.of("please", "pls", "plz", "kindly", "just", "quickly"),
                    each(List.of("can", "could", "would", "will", "may", "might"), List.of(" you", " i", " we")),
                    each(List.of("i'd like", "i'd love", "i would like", "i would love"), List.of(" to", " you to")),
                    each(
                            List.of("we'd like", "we'd love", "we would like", "we would love"),
                            List.of(" to", " you to")),
                    each(each(List.of("i", "we"), List.of(" want", " need", " have")), List.of(" to", " you to")),
                    List.of(
                            "let's",
                            "let us",
                            "let me",
                            "help me to",
                            "help me",
                            "go ahead and",
                            "be so kind to",
                            "be so kind as to",
                            "do me a favor and",
                            "do me a favour and",
                            "tell me",
                            "show me",
                            "give me",
                            "i wonder"))
            .flatMap(List::stream)
            .toList();
    private static final List<String> OPENINGS =
            Stream.concat(GREETINGS.stream(), REQUESTS.stream()).toList();
    private static final List<String> THANKS = List.of(
            "please",
            "pls",
            "plz",
            "thanks",
            "thx",
            "thank you",
            "cheers",
            "for me",
            "if you can",
            "right now",
            "right away",
            "asap");

    public static Utterance of(String said) {
        return new Utterance(asList(withSingleSpaces(withPlainLetters(said)))).without(OPENINGS, THANKS);
    }

    /** The same without other words of courtesy at the beginning and at the end. */
    Utterance without(List<String> openings, List<String> closings) {
        return new Utterance(withoutThanks(withoutGreeting(text, openings), closings));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    private static List<String> each(List<String> first, List<String> then) {
        return first.stream().flatMap(start -> then.stream().map(start::concat)).toList();
    }

    private static String withPlainLetters(String said) {
        var plain = new StringBuilder(said.length());
        for (int at = 0; at < said.length(); at++) {
            char letter = said.charAt(at);
            if (isOneOf(SINGLE_QUOTES, letter)) {
                plain.append('\'');
            } else if (isOneOf(DOUBLE_QUOTES, letter)) {
                plain.append('"');
            } else if (!isOneOf(UNSEEN, letter)) {
                plain.append(letter);
            }
        }
        return Normalizer.normalize(plain.toString().strip(), Normalizer.Form.NFC);
    }

    private static String withSingleSpaces(String plain) {
        var single = new StringBuilder(plain.length());
        for (int at = 0; at < plain.length(); at++) {
            char letter = plain.charAt(at);
            boolean isSpace = isOneOf(SPACES, letter);
            if (letter == '\u00a0') {
                single.append(' ');
            } else if (!isSpace) {
                single.append(letter);
            } else if (at == 0 || !isOneOf(SPACES, plain.charAt(at - 1))) {
                single.append(' ');
            }
        }
        return single.toString();
    }

    /** Lines and cells, with a space at either side, are separated by commas. */
    private static String asList(String text) {
        var list = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            int cell = text.charAt(at) == ' ' ? at + 1 : at;
            if (!isAt(text, cell, CELLS)) {
                list.append(text.charAt(at));
                continue;
            }
            while (isAt(text, cell, CELLS)) {
                cell += isAt(text, cell + 1, " ") ? 2 : 1;
            }
            list.append(COMMAS);
            at = cell - 1;
        }
        return list.toString();
    }

    /** Takes the courtesy away again and again, but never all there is: a bare "hello" stays. */
    private static String withoutGreeting(String text, List<String> openings) {
        int from = after(openings, text, ",!.: ");
        return from == 0 || isAll(text, text.substring(from)) ? text : withoutGreeting(text.substring(from), openings);
    }

    /** Like {@link #withoutGreeting}, at the end. */
    private static String withoutThanks(String text, List<String> closings) {
        int to = text.length();
        while (isAt(text, to - 1, LAST_MARKS)) {
            to--;
        }
        if (to == text.length()) {
            to = beforeThanks(text, closings);
        }
        return to == text.length() || isAll(text, text.substring(0, to))
                ? text
                : withoutThanks(text.substring(0, to), closings);
    }

    /** Where what follows one of the words at the beginning, and at least one of the letters behind it, begins; else 0. */
    private static int after(List<String> words, String text, String letters) {
        for (String word : words) {
            int end = word.length();
            if (text.regionMatches(true, 0, word, 0, word.length()) && isAt(text, end, letters)) {
                while (isAt(text, end, letters)) {
                    end++;
                }
                return end;
            }
        }
        return 0;
    }

    private static int beforeThanks(String text, List<String> closings) {
        for (String word : closings) {
            int start = text.length() - word.length();
            if (text.regionMatches(true, start, word, 0, word.length()) && isAt(text, start - 1, COMMAS)) {
                while (isAt(text, start - 1, COMMAS)) {
                    start--;
                }
                return start;
            }
        }
        return text.length();
    }

    private static boolean isAll(String text, String rest) {
        return rest.isEmpty() && text.chars().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isAt(String text, int at, String letters) {
        return at >= 0 && at < text.length() && isOneOf(letters, text.charAt(at));
    }

    private static boolean isOneOf(String letters, char letter) {
        return letters.indexOf(letter) >= 0;
    }
}
