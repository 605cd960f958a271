package dev.linekeeper.chat.policies;

import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.people.WrittenNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Callback numbers as they were written.
 *
 * @param unclear the first entry that is no number, or could be several
 */
record CallbackList(List<PhoneNumber> numbers, Optional<String> unclear) {
    /** Says that there shall be none. */
    static final String NONE = "none";

    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;]\\s*|\\s+(?:and|&)\\s+", Pattern.CASE_INSENSITIVE);

    static CallbackList in(Slot slot, Invocation invocation, Tenant tenant) {
        var numbers = new ArrayList<PhoneNumber>();
        for (String entry :
                BETWEEN.splitAsStream(invocation.text(slot).orElse(NONE)).toList()) {
            switch (WrittenNumber.read(entry, tenant.numbers())) {
                case WrittenNumber.OneNumber(var number) -> numbers.add(number);
                case WrittenNumber.UnclearNumber _, WrittenNumber.NoNumber _ -> {
                    if (!entry.equalsIgnoreCase(NONE)) {
                        return new CallbackList(List.of(), Optional.of(entry));
                    }
                }
            }
        }
        return new CallbackList(numbers, Optional.empty());
    }
}
