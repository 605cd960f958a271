package dev.linekeeper.chat.commands;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.EmergencyLines;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.emergency.EmergencyLevel;
import dev.linekeeper.core.tenant.Explanation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Everyone as they are checked: how many are how, and the first rows of each kind, however many people there are. One thread adds. */
final class EveryoneChecked {
    private final Map<Tone, Integer> counts = new ConcurrentHashMap<>();
    private final Map<EmergencyLevel, Integer> emergency = new EnumMap<>(EmergencyLevel.class);
    private final Map<Tone, List<Row>> first = new EnumMap<>(Tone.class);

    void add(Row row, EmergencyLevel level) {
        counts.merge(row.tone(), 1, Integer::sum);
        emergency.merge(level, 1, Integer::sum);
        List<Row> alike = first.computeIfAbsent(row.tone(), _ -> new ArrayList<>());
        if (alike.size() < ListingCards.SHOWN) {
            alike.add(row);
        }
    }

    /** How far it is, for any thread. */
    Answer soFar() {
        return NoteCards.of(Tone.INFO, "chat.check.all.so-far", all(), count(Tone.STOP));
    }

    /** The troubled ones first. */
    Answer card(Instant asOf) {
        return ListingCards.of(
                Explanation.of("chat.check.all", all()),
                EmergencyLines.counted(
                        Explanation.of(
                                "chat.check.all.text",
                                all(),
                                count(Tone.GOOD),
                                count(Tone.WARNING),
                                count(Tone.STOP),
                                asOf),
                        emergency),
                first.values().stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(Row::tone).reversed())
                        .toList(),
                all());
    }

    private int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int count(Tone tone) {
        return counts.getOrDefault(tone, 0);
    }
}
