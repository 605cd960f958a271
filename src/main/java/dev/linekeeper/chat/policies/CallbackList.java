package dev.linekeeper.chat.policies;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.people.WrittenNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Callback numbers as they were written or chosen, each once, in their order. */
final class CallbackList {
    /** Says that there shall be none. */
    static final String NONE = "none";

    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;]\\s*|\\s+(?:and|&)\\s+", Pattern.CASE_INSENSITIVE);

    private CallbackList() {}

    /** Answers with the numbers in the slot, or says which entry is no number, or could be several. */
    static Answer then(Slot slot, Invocation invocation, Tenant tenant, Function<List<PhoneNumber>, Answer> answer) {
        String written = invocation.text(slot).orElse(NONE).strip();
        if (written.equalsIgnoreCase(NONE)) {
            return answer.apply(List.of());
        }
        var numbers = new LinkedHashSet<PhoneNumber>();
        for (String entry : BETWEEN.splitAsStream(written).toList()) {
            if (!(WrittenNumber.read(entry, tenant.numbers()) instanceof WrittenNumber.OneNumber(var number))) {
                return unclear(entry.isBlank() ? written : entry);
            }
            numbers.add(number);
        }
        return numbers.isEmpty() ? unclear(written) : answer.apply(List.copyOf(numbers));
    }

    private static Answer unclear(String entry) {
        return NoteCards.of(Tone.INFO, "chat.give.no-number", entry);
    }
}
