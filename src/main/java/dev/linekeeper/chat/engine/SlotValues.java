package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Slot;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values of slots, from a sentence or from the fields of a card. Blank values are left out. */
public record SlotValues(Map<Slot, String> values) {
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s*[,;]\\s*(?:and\\s+)?|\\s+(?:and|&)\\s+", Pattern.CASE_INSENSITIVE);

    public SlotValues {
        values = values.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().strip()));
    }

    /** The values of a card's fields; unknown fields are left out. */
    static SlotValues ofInputs(Map<String, String> inputs) {
        var values = new EnumMap<Slot, String>(Slot.class);
        inputs.forEach((key, value) -> Slot.ofKey(key).ifPresent(slot -> values.put(slot, value)));
        return new SlotValues(values);
    }

    public Optional<String> text(Slot slot) {
        return Optional.ofNullable(values.get(slot));
    }

    /** The entries of a list, each once, in the order in which they were named. */
    public List<String> list(Slot slot) {
        return text(slot).stream()
                .flatMap(text -> Arrays.stream(SEPARATOR.split(text)))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .distinct()
                .toList();
    }

    public boolean isYes(Slot slot) {
        return text(slot).filter(text -> text.matches("(?i)yes|true")).isPresent();
    }

    public SlotValues with(Slot slot, String value) {
        var changed = new EnumMap<Slot, String>(Slot.class);
        changed.putAll(values);
        changed.put(slot, value);
        return new SlotValues(changed);
    }

    /** The same as fields of a card. */
    public Map<String, String> inputs() {
        return values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().key(), Map.Entry::getValue));
    }
}
