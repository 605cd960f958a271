package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.files.AttachedFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of slots, from a sentence or from the fields of a card. Blank values are left out.
 *
 * @param isPressed whether a button brought them, though it may have brought a sentence
 * @param file what came with the sentence; no button carries it
 */
public record SlotValues(Map<Slot, String> values, boolean isPressed, Optional<AttachedFile> file) {
    /** An entry, in double quotes or not, and what separates it from the next. */
    private static final Pattern ENTRY = Pattern.compile(
            "\\s*(\"[^\"]*\"|.*?)\\s*(?:([,;\\t\\r\\n]\\s*(?:and\\s+)?|\\s(?:and|&)\\s)|$)", Pattern.CASE_INSENSITIVE);

    /** Names of columns as Excel and Export-Csv leave them in the first line. */
    private static final Set<String> HEADINGS = Set.of(
            "userprincipalname",
            "upn",
            "user",
            "users",
            "username",
            "displayname",
            "name",
            "fullname",
            "mail",
            "email",
            "emailaddress",
            "e-mail",
            "primarysmtpaddress",
            "sipaddress",
            "id",
            "objectid",
            "identity",
            "department",
            "firstname",
            "lastname",
            "benutzer",
            "benutzername",
            "benutzerprinzipalname",
            "anzeigename",
            "nom",
            "utilisateur",
            "nomd'affichage",
            "nomd'utilisateurprincipal",
            "#typesystem.object");

    public SlotValues {
        values = values.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().strip()));
    }

    /** The values of a typed sentence. */
    SlotValues(Map<Slot, String> values) {
        this(values, false, Optional.empty());
    }

    /** The values of a card's fields; unknown fields are left out. */
    static SlotValues ofInputs(Map<String, String> inputs) {
        var values = new EnumMap<Slot, String>(Slot.class);
        inputs.forEach((key, value) -> Slot.ofKey(key).ifPresent(slot -> values.put(slot, value)));
        return new SlotValues(values, true, Optional.empty());
    }

    public Optional<String> text(Slot slot) {
        return Optional.ofNullable(values.get(slot));
    }

    /**
     * The entries of a list, each once, in the order in which they were named: separated by commas, semicolons, cells, lines
     * or "and", with or without quotes. A line of headings is no entry; with one, only the addresses are.
     */
    public List<String> list(Slot slot) {
        var all = text(slot).stream().flatMap(SlotValues::entries).distinct().toList();
        var named = all.stream()
                .dropWhile(entry -> HEADINGS.contains(entry.replace(" ", "").toLowerCase(Locale.ROOT)))
                .toList();
        var headed = named.size() < all.size() && named.stream().anyMatch(entry -> entry.contains("@"));
        return headed ? named.stream().filter(entry -> entry.contains("@")).toList() : named;
    }

    /** What is separated in a text as in {@link #list}, a line of headings included. */
    static Stream<String> entries(String text) {
        return ENTRY.matcher(text)
                .results()
                .map(entry -> entry.group(1).replaceAll("^[\"']+|[\"']+$", "").strip())
                .filter(entry -> !entry.isEmpty());
    }

    /** The entries from one to another as they were written together, such as {@code Miller, Jane}. */
    static String together(String text, String first, String last) {
        int from = text.indexOf(first);
        int to = from < 0 ? -1 : text.indexOf(last, from + first.length());
        return to < 0 ? "" : text.substring(from, to + last.length());
    }

    public boolean isYes(Slot slot) {
        return text(slot)
                .filter(text -> text.matches("(?i)yes|true|(?:giv|hand|releas).*"))
                .isPresent();
    }

    public SlotValues with(Slot slot, String value) {
        var changed = new EnumMap<Slot, String>(Slot.class);
        changed.putAll(values);
        changed.put(slot, value);
        return new SlotValues(changed, isPressed, file);
    }

    SlotValues asPressed() {
        return new SlotValues(values, true, file);
    }

    SlotValues with(AttachedFile attached) {
        return new SlotValues(values, isPressed, Optional.of(attached));
    }

    /** The same as fields of a card. */
    public Map<String, String> inputs() {
        return values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().key(), Map.Entry::getValue));
    }
}
