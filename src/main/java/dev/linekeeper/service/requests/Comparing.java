package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.PersonState;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Standing;
import dev.linekeeper.core.tenant.Change;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.service.tenant.Readings;

/** Reads the person of a plan and compares them with one of its changes. */
record Comparing(Readings readings) {

    /** What came of looking. */
    sealed interface Seen {
        record As(Standing standing) implements Seen {}

        /** Nothing could be told; {@code why} is for an admin. */
        record Not(String why) implements Seen {}
    }

    Seen look(Plan plan, Change change) {
        return readings.person(change.person())
                .map(PersonState::of)
                .<Seen>map(state -> switch (state) {
                    case Fact.Known<PersonState>(var now, _, _) -> new Seen.As(Standing.of(plan, change, now));
                    case Fact.Missing<PersonState>(var why) -> new Seen.Not(why);
                })
                .orElseGet(() -> new Seen.Not("The directory does not know the person any more"));
    }
}
