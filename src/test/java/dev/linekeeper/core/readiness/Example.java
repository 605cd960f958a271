package dev.linekeeper.core.readiness;

import dev.linekeeper.core.ContosoFixture;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.Person;
import java.util.function.UnaryOperator;

/** One situation and what one rule says of it: {@code USR-01.guest} with a reason, {@code USR-01} without one. */
record Example(String says, Outcome outcome, Person person, Tenant tenant, JudgementSettings settings) {
    static final String NOT_READ = "it was not read";

    static Example of(String says, Outcome outcome, PersonFixture person) {
        return of(says, outcome, person, tenant -> tenant);
    }

    static Example of(String says, Outcome outcome, PersonFixture person, UnaryOperator<TenantFixture> change) {
        return new Example(
                says,
                outcome,
                person.build(),
                ContosoFixture.contoso().but(change).build(),
                ContosoFixture.settings());
    }

    Example judgedBy(JudgementSettings other) {
        return new Example(says, outcome, person, tenant, other);
    }

    static <T> Fact<T> missing() {
        return Fact.missing(NOT_READ);
    }

    String rule() {
        return says.contains(".") ? says.substring(0, says.indexOf('.')) : says;
    }

    Report<PersonCase> report() {
        return Readiness.audit(person, tenant, settings);
    }

    @Override
    public String toString() {
        return outcome + " " + says;
    }
}
