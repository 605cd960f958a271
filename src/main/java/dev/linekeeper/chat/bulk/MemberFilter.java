package dev.linekeeper.chat.bulk;

import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.AnyCase;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of the people in a batch are to be shown.
 *
 * @param state as it is said; empty for any
 * @param name what their names contain
 * @param after whose number is the last that was shown
 */
public record MemberFilter(Optional<String> state, Optional<String> name, RequestId after) {
    private static final Map<String, MemberState> STATES = Map.of(
            "waiting", MemberState.WAITING,
            "under way", MemberState.UNDER_WAY,
            "done", MemberState.DONE,
            "stopped", MemberState.STOPPED,
            "not possible", MemberState.OVERTAKEN,
            "with the approvers", MemberState.LEFT,
            "taken back", MemberState.UNDONE,
            "not done", MemberState.NOT_APPLIED);
    private static final Pattern SAID = Pattern.compile(
            "(?:(?:who|that) (?:are|is|have|has) )?(?:(%s)(?!\\S))?\\s*(?:(?:named|called) )?(.*?)\\s*(?:after (?:sc-)?(\\d{1,9}))?"
                    .formatted(String.join("|", STATES.keySet())),
            Pattern.CASE_INSENSITIVE);

    /** Reads {@code stopped}, {@code named Adele}, {@code stopped named Adele after 1044}, and what is none of it as a name. */
    public static MemberFilter of(String text) {
        var said = SAID.matcher(text.strip());
        return said.matches()
                ? new MemberFilter(
                        Optional.ofNullable(said.group(1)).map(state -> state.toLowerCase(Locale.ROOT)),
                        Optional.of(said.group(2)).filter(name -> !name.isBlank()),
                        Optional.ofNullable(said.group(3))
                                .flatMap(RequestId::parse)
                                .orElse(RequestId.FIRST))
                : new MemberFilter(Optional.empty(), Optional.of(text), RequestId.FIRST);
    }

    public Set<MemberState> states() {
        return state.<Set<MemberState>>map(said -> EnumSet.of(STATES.get(said)))
                .orElseGet(() -> EnumSet.allOf(MemberState.class));
    }

    public boolean admits(String displayName) {
        return name.filter(part -> !AnyCase.unaccented(displayName).contains(AnyCase.unaccented(part)))
                .isEmpty();
    }

    public MemberFilter after(RequestId last) {
        return new MemberFilter(state, name, last);
    }

    public static String word(MemberState state) {
        return STATES.entrySet().stream()
                .filter(one -> one.getValue() == state)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** As it is said, empty for everybody. */
    @Override
    public String toString() {
        return "%s%s%s"
                .formatted(
                        state.map(said -> said + " ").orElse(""),
                        name.map(part -> "named " + part + " ").orElse(""),
                        after.equals(RequestId.FIRST) ? "" : "after " + after.number())
                .strip();
    }
}
