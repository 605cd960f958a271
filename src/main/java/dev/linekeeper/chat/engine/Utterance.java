package dev.linekeeper.chat.engine;

import java.util.regex.Pattern;

/**
 * What somebody typed, without what makes it polite: greetings, please and thank you, the question mark. Typographic
 * quotes become plain ones, lines and cells become a list.
 */
public record Utterance(String text) {
    /** The most characters of a message; a longer one is refused. */
    static final int LONGEST = 2_000;

    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:hi|hello|hey|dear|good"
                + " (?:morning|afternoon|evening)|ok|okay|so|and|then|now|linekeeper|there|bot|team)\\b[,!.:"
                + " ]+|(?:please|pls|plz|kindly|just|quickly)\\b[, ]+|(?:can|could|would|will|may|might)(?: you| i|"
                + " we)\\b[, ]+|(?:i|we)(?:'d| would) (?:like|love)(?: you)? to\\b[, ]+|(?:i|we) (?:want|need|have)(?:"
                + " you)? to\\b[, ]+|(?:let's|let us|let me|help me(?: to)?|go ahead and|be so kind (?:as )?to|do me a"
                + " favou?r and|tell me|show me|give me|i wonder)\\b[, ]+)",
            CASE);
    private static final Pattern CLOSING = Pattern.compile(
            "(?:[\\s?!.…;,:]+|[, ]+(?:please|pls|plz|thanks|thx|thank you|cheers|for me|if you can|right now|right"
                    + " away|asap))$",
            CASE);

    public static Utterance of(String said) {
        String plain = said.replaceAll("[\\u2018\\u2019\\u201b\\u02b9\\u02bc\\u2032\\uff07\\u00b4`]", "'")
                .replaceAll("[\\u201c\\u201d\\u00ab\\u00bb]", "\"")
                .replaceAll("[\\u200b-\\u200f\\u2060\\ufeff]", "")
                .strip()
                .replaceAll("[\\s&&[^\\n\\r\\t]]+|\\u00a0", " ")
                .replaceAll(" ?(?:[\\r\\n\\t] ?)+", ", ");
        return new Utterance(without(CLOSING, without(OPENING, plain)));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Takes the courtesy away again and again, but never all there is: a bare "hello" stays. */
    private static String without(Pattern courtesy, String text) {
        String shorter = courtesy.matcher(text).replaceFirst("");
        return shorter.equals(text) || (shorter.isEmpty() && text.chars().anyMatch(Character::isLetterOrDigit))
                ? text
                : without(courtesy, shorter);
    }
}
