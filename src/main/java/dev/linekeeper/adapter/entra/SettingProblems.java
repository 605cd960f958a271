package dev.linekeeper.adapter.entra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is missing or wrong in a group of settings, so that an admin sees all of it at once. Not thread-safe. */
public final class SettingProblems {
    private final String prefix;
    private final List<String> found;

    private SettingProblems(String prefix, List<String> found) {
        this.prefix = prefix;
        this.found = found;
    }

    /** An empty collection; {@code prefix}, such as {@code linekeeper.bot.}, is put before the names of settings. */
    public static SettingProblems of(String prefix) {
        return new SettingProblems(prefix, new ArrayList<>());
    }

    /** The same collection with a longer prefix, such as {@code reads.}. */
    public SettingProblems within(String group) {
        return new SettingProblems(prefix + group, found);
    }

    /** Adds a problem; its text starts with the name of the setting. */
    public void add(String problem) {
        found.add(prefix + problem);
    }

    public void unless(boolean good, String problem) {
        if (!good) {
            add(problem);
        }
    }

    /** The stripped value; an absent or blank one is a problem. */
    public Optional<String> required(String name, @Nullable String value) {
        var text = given(value);
        unless(text.isPresent(), name + " is missing");
        return text;
    }

    /** The stripped value; empty when absent or blank, as an unset variable of a compose file is. */
    public static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * Fails when there are problems.
     *
     * @param what cannot be used, the beginning of a sentence
     * @param remedy what the admin can do, as a whole sentence
     * @throws IncompleteSettings with all problems
     */
    public void mustBeNone(String what, String remedy) {
        if (!found.isEmpty()) {
            throw new IncompleteSettings(what + ": " + String.join("; ", found), remedy);
        }
    }
}
