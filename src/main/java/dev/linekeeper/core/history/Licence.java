package dev.linekeeper.core.history;

import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.tenant.ServicePlan;
import java.util.List;
import java.util.Optional;

/** The licences of a person that decide whether and how they can call. */
public enum Licence {
    TEAMS,
    TEAMS_PHONE,
    CALLING_PLAN,
    PAY_AS_YOU_GO;

    private List<String> plans() {
        return switch (this) {
            case TEAMS -> PublishedData.TEAMS;
            case TEAMS_PHONE -> PublishedData.PHONE_SYSTEM;
            case CALLING_PLAN -> PublishedData.CALLING_PLANS;
            case PAY_AS_YOU_GO -> PublishedData.PAY_AS_YOU_GO;
        };
    }

    /** Whether it is among what somebody holds, in a period of grace too; empty where that could not be read. */
    Optional<Boolean> isAmong(List<ServicePlan> held) {
        return PublishedData.heldForNow(held, plans());
    }
}
