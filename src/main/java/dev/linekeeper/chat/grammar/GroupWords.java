package dev.linekeeper.chat.grammar;

import java.util.regex.Pattern;

/** Words for several people at once: all, everyone, them, departments and groups. They are words of ours, never parts of a name. */
public final class GroupWords {
    private static final Pattern WORDS = Pattern.compile(
            "\\*|all|every|everyone|everybody|every one|any|anyone|anybody|some|someone|somebody|nobody|no"
                    + " one|none|them|they|these|those|both|each|us|we|everything|(the"
                    + " )?(others?|rest)|people|persons?|users?|staff"
                    + "|employees?|colleagues?|members?|teams?|departments?|groups?|offices?|alle|jeder|tous|toutes",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BEGINNING = Pattern.compile(
            "(all|every|everyone|everybody|any|anyone|anybody|each|both|these|those|the|our|my|alle|tous|toutes|people"
                    + "|users|staff|employees|members|colleagues|team|department|dept|group|abteilung|gruppe)\\s.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern END = Pattern.compile(
            ".*\\s(departments?|dept\\.?|teams?|groups?|division|offices?|staff|people|persons|users|employees|folks"
                    + "|colleagues|members|abteilung|gruppe|équipe)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private GroupWords() {}

    /** Whether the text is such a word and nothing else, which nobody is named with, whatever they are called. */
    public static boolean isOne(String text) {
        return WORDS.matcher(text.strip()).matches();
    }

    /** Whether such words stand around a name: {@code everyone from Denver}, {@code the Sales department}. */
    public static boolean surround(String text) {
        String words = text.strip();
        return BEGINNING.matcher(words).matches() || END.matcher(words).matches();
    }
}
