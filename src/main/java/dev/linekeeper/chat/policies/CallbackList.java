package dev.linekeeper.chat.policies;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.people.WrittenNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Callback numbers as they were written. */
final class CallbackList {
    /** Says that there shall be none. */
    private static final String NONE = "none";

    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;]\\s*|\\s+(?:and|&)\\s+", Pattern.CASE_INSENSITIVE);

    private CallbackList() {}

    /** Answers with the numbers in the slot, or says which entry is no number, or could be several. */
    static Answer then(Slot slot, Invocation invocation, Tenant tenant, Function<List<PhoneNumber>, Answer> answer) {
        var numbers = new ArrayList<PhoneNumber>();
        for (String entry :
                BETWEEN.splitAsStream(invocation.text(slot).orElse(NONE)).toList()) {
            switch (WrittenNumber.read(entry, tenant.numbers())) {
                case WrittenNumber.OneNumber(var number) -> numbers.add(number);
                case WrittenNumber.UnclearNumber _, WrittenNumber.NoNumber _ -> {
                    if (!entry.equalsIgnoreCase(NONE)) {
                        return NoteCards.of(Tone.INFO, "chat.give.no-number", entry);
                    }
                }
            }
        }
        return answer.apply(numbers);
    }
}
