package dev.linekeeper.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A gap in a {@link dev.linekeeper.chat.grammar.Phrase}, and the field of the same name on a card. What stands in it is looked up, never trusted. */
public enum Slot {
    PERSON(".+?"),
    /** One or several people, separated by commas or "and". */
    PEOPLE(".+?"),
    POLICY(".+?"),
    /** A person, a policy, a resource account or a number; the command finds out which. */
    THING(".+?"),
    /** What is dialled in an emergency. */
    DIGITS("\\d{2,6}"),
    REQUEST("(?:sc[- ]?|#)?\\d{1,9}"),
    /** A telephone number, however it is grouped. */
    NUMBER("[+(]?\\d[\\d ().\\u00a0/\\-\\u2010-\\u2015]{2,}\\d(?:[;,]? ?(?:ext[=.: ]*|x ?|#)\\d{1,12})?"),
    /** The id of a readiness rule, such as {@code RES-18}. */
    RULE(".+?"),
    /** The same by its looks alone. */
    RULE_ID("[a-z]{3}[- ]\\d{2}"),
    /** An address of something to read. */
    LINK("\\S+"),
    /** What telephone numbers are to be, said before the word "numbers". */
    USE("(?:free|unassigned|used|assigned|service|toll[- ]?free|callback|user)(?: (?:service|user|toll[- ]?free))?"),
    /** An emergency location, by its name or a part of its address. */
    PLACE(".+?"),
    /** What a thing that is put right is to have: a place, or a policy of another kind. */
    CHOICE(".+?"),
    REASON(".+?"),
    /** What one wants to read about. */
    TOPIC(".+?"),
    /** The name of a policy that is not there yet. */
    NAME(".+?"),
    /** A country as ISO 3166-1 alpha-2, and a type of telephone numbers. */
    COUNTRY(".+?"),
    TYPE(".+?"),
    /** The policy that people get instead of the one they have. */
    TARGET(".+?"),
    /** A group, by its name or its object id, and which place it has among those with a policy of the kind. */
    GROUP(".+?"),
    RANK(".+?"),
    /** A resource account. */
    ACCOUNT(".+?"),
    /** Callback numbers that a policy gets, and those it loses, separated by commas or "and"; or that there are none. */
    ADDED(".+?"),
    DROPPED(".+?"),
    /** The description of a policy. */
    WORDS(".+?"),
    /** The first and the last day on which something holds, and a moment that is over, as people write them. */
    START(".+?"),
    END(".+?"),
    TIME(".+?"),
    /** What becomes of the person's own number: whether it may be taken away, or who says that it goes to somebody else. */
    RELEASE("yes|no|true|false|pass on|(?:giv(?:e|ing)|hand(?:ing)?) (?:back )?(?:their|her|his|the) (?:own )?(?:phone"
            + " )?numbers?(?: back)?|releas(?:e|ing) (?:their|her|his|the) (?:own )?(?:phone )?numbers?"),
    /** The one-shot token of an approval card; nobody types it. */
    NONCE("[\\w-]+"),
    ROWS(".+"), // pasted out of a spreadsheet; no phrase has it
    /** A sentence to be taken as if it had been typed. */
    SENTENCE(".+");

    private final String pattern;

    Slot(String pattern) {
        this.pattern = pattern;
    }

    /** What may stand in it, as a regular expression without groups that capture. */
    public String pattern() {
        return pattern;
    }

    /** Whether any text may stand in it. */
    public boolean takesAnything() {
        return pattern.startsWith(".");
    }

    /** Its name in phrases and on cards. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message with the name of its field, where a command has no better one. */
    public String label() {
        return "card.field." + key();
    }

    public static Optional<Slot> ofKey(String key) {
        return Arrays.stream(values()).filter(slot -> slot.key().equals(key)).findFirst();
    }
}
