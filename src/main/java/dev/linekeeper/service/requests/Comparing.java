package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.PersonState;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Standing;
import dev.linekeeper.core.tenant.Change;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Readings;
import dev.linekeeper.service.tenant.TurnTooFar;

/** Reads the person of a plan and compares them with one of its changes. */
record Comparing(Readings readings) {

    /** What came of looking. */
    sealed interface Seen {
        record As(Standing standing) implements Seen {}

        /** Nothing could be told; {@code why} is for an admin. */
        record Not(String why) implements Seen {}
    }

    /**
     * What Teams voice knows of the person now.
     *
     * @throws TurnTooFar when it was not even asked for
     */
    Fact<VoiceUser> look(Change change) {
        try {
            return readings.voiceInTurn(change.person());
        } catch (TurnTooFar notNow) {
            throw notNow;
        } catch (BackendFailure failure) {
            return Fact.missing(String.valueOf(failure.getMessage()));
        }
    }

    static Seen seen(Plan plan, Change change, Fact<VoiceUser> voice) {
        return switch (PersonState.of(voice)) {
            case Fact.Known<PersonState>(var now, _, _) -> new Seen.As(Standing.of(plan, change, now));
            case Fact.Missing<PersonState>(var why) -> new Seen.Not(why);
        };
    }
}
