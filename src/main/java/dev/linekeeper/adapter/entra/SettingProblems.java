package dev.linekeeper.adapter.entra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is missing or wrong in a group of settings, collected so that an admin is told all of it at once. For one thread. */
public final class SettingProblems {
    private final String prefix;
    private final List<String> found;

    private SettingProblems(String prefix, List<String> found) {
        this.prefix = prefix;
        this.found = found;
    }

    /** No problems yet; {@code prefix}, such as {@code linekeeper.bot.}, is put before the names of settings. */
    public static SettingProblems of(String prefix) {
        return new SettingProblems(prefix, new ArrayList<>());
    }

    /** The same collection for a group within the group, such as {@code reads.}. */
    public SettingProblems within(String group) {
        return new SettingProblems(prefix + group, found);
    }

    /** Notes a problem; it starts with the name of the setting. */
    public void add(String problem) {
        found.add(prefix + problem);
    }

    public void unless(boolean good, String problem) {
        if (!good) {
            add(problem);
        }
    }

    /** The value without spaces around it; an absent or blank one is a problem. */
    public Optional<String> required(String name, @Nullable String value) {
        var text = given(value);
        unless(text.isPresent(), name + " is missing");
        return text;
    }

    /** The value without spaces around it; empty when there is none, as with an unset variable in a compose file. */
    public static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * Ends the collecting.
     *
     * @param what cannot be used, as a sentence begins
     * @param remedy what the admin can do, as a whole sentence
     * @throws IncompleteSettings when there are problems, with all of them
     */
    public void mustBeNone(String what, String remedy) {
        if (!found.isEmpty()) {
            throw new IncompleteSettings(what + ": " + String.join("; ", found), remedy);
        }
    }
}
