package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Microsoft's own answer to whether a number may serve Shared Calling (rule RES-09). */
public interface SharedCallingSupport extends Backend {
    /** The answer for each number there is one for; about a number that is not here nothing is known. */
    Map<PhoneNumber, Boolean> answers();

    /**
     * The numbers, each with its answer or the reason why there is none: a failure of this backend fails no inventory.
     *
     * @param numbers as another backend reports them, without the answer
     */
    default List<TelephoneNumber> completed(List<TelephoneNumber> numbers, Clock clock) {
        Fact<Map<PhoneNumber, Boolean>> answers = asFact(this::answers, clock);
        return numbers.stream()
                .map(number -> number.withSharedCallingSupported(answers.flatMap(known -> Optional.ofNullable(
                                known.get(number.number()))
                        .map(answer -> answers.map(_ -> answer))
                        .orElseGet(() -> Fact.missing("%s gives no answer for the number".formatted(source()))))))
                .toList();
    }
}
