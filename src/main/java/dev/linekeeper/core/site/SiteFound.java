package dev.linekeeper.core.site;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.TelephoneNumber;
import java.util.Optional;

/** What is there where a line is done, and where it is another than was chosen. */
record SiteFound(SiteCase site) {
    /** The line with what was found before what the rules tell, or with how that differs from what was chosen. */
    SiteLine on(SiteLine line) {
        return line.state() != LineState.DONE
                ? line
                : differs(line.step())
                        .map(line::differing)
                        .orElseGet(() -> found(line.step()).map(line::found).orElse(line));
    }

    private Optional<Explanation> found(SiteStep step) {
        return switch (step) {
            case ACCOUNT ->
                site.account()
                        .map(Report::subject)
                        .map(AccountCase::account)
                        .flatMap(Fact::present)
                        .map(account -> Explanation.of(
                                "site.found.account", account.displayName(), account.userPrincipalName()));
            case NUMBER -> number().map(number -> Explanation.of("site.found", number.number()));
            case NUMBER_USE ->
                number().map(number ->
                        Explanation.of("site.found", number.type().productName()));
            case PLACE -> place().map(place -> Explanation.of("site.found", place.address()));
            case POLICY -> Optional.of(Explanation.of("site.found", site.policyName()));
            case CALLBACKS ->
                Fact.present(site.policy())
                        .map(SharedCalling::emergencyNumbers)
                        .map(numbers -> Explanation.of("site.found", numbers));
            default -> Optional.empty();
        };
    }

    private Optional<Explanation> differs(SiteStep step) {
        var choices = site.choices();
        return switch (step) {
            case NUMBER ->
                choices.number()
                        .flatMap(chosen -> number().filter(now -> !now.number().equals(chosen))
                                .map(now -> Explanation.of("site.differs", now.number(), chosen)));
            case NUMBER_USE ->
                choices.type()
                        .flatMap(chosen -> number().filter(now -> now.type() != chosen)
                                .map(now -> Explanation.of(
                                        "site.differs", now.type().productName(), chosen.productName())));
            case PLACE ->
                choices.place()
                        .flatMap(chosen -> place().filter(now -> !now.id().equals(chosen))
                                .map(now -> Explanation.of(
                                        "site.differs",
                                        now.address(),
                                        Fact.present(site.tenant().place(chosen))
                                                .map(EmergencyLocation::address)
                                                .orElseGet(chosen::value))));
            default -> Optional.empty();
        };
    }

    private Optional<TelephoneNumber> number() {
        return site.number().flatMap(Fact::known);
    }

    private Optional<EmergencyLocation> place() {
        return number().flatMap(number -> Fact.present(number.location()))
                .flatMap(id -> Fact.present(site.tenant().place(id)));
    }
}
