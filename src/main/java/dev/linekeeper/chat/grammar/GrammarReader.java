package dev.linekeeper.chat.grammar;

import dev.linekeeper.chat.Slot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the files of a {@link Grammar}, line by line. Not thread-safe. */
final class GrammarReader {
    private static final String HEADING = "= ";

    private final List<GrammarWay> ways = new ArrayList<>();
    private final Map<String, List<String>> words = new HashMap<>();
    private String verb = "";
    private Map<Slot, String> filled = Map.of();

    Grammar grammar() {
        return new Grammar(
                ways,
                words("openings"),
                words("closings"),
                words("conditions"),
                words("negations"),
                words("questions"),
                words("pronouns"));
    }

    void read(String language) {
        String file = "grammar/" + language + ".txt";
        var stream = GrammarReader.class.getResourceAsStream("/" + file);
        if (stream == null) {
            throw new IllegalStateException(file + " is not there");
        }
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            read(file, lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of a file of that name. */
    void read(String file, List<String> lines) {
        verb = "";
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            String where = "%s, line %d".formatted(file, at + 1);
            if (line.startsWith(HEADING)) {
                heading(line.substring(HEADING.length()).strip(), where);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                entry(line, where);
            }
        }
    }

    private void heading(String line, String where) {
        String[] parts = line.split(" ", 2);
        verb = parts[0];
        filled = new EnumMap<>(Slot.class);
        for (String slot : parts.length < 2 ? new String[0] : parts[1].split(";", -1)) {
            String[] value = slot.strip().split("=", 2);
            if (value.length < 2) {
                throw new IllegalStateException("%s: '%s' is to be SLOT=VALUE".formatted(where, slot.strip()));
            }
            filled.put(
                    Slot.ofKey(value[0])
                            .orElseThrow(() ->
                                    new IllegalStateException("%s: no such slot '%s'".formatted(where, value[0]))),
                    value[1]);
        }
    }

    private void entry(String line, String where) {
        switch (verb) {
            case "" -> throw new IllegalStateException(where + ": stands under no '= VERB'");
            case "@openings", "@closings", "@conditions", "@negations", "@questions", "@pronouns" ->
                words(verb.substring(1)).add(line);
            default -> ways.add(new GrammarWay(verb, filled, phrase(line, where), where));
        }
    }

    private List<String> words(String kind) {
        return words.computeIfAbsent(kind, _ -> new ArrayList<>());
    }

    private static Phrase phrase(String line, String where) {
        try {
            return Phrase.of(line);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("%s: %s".formatted(where, wrong.getMessage()), wrong);
        }
    }
}
