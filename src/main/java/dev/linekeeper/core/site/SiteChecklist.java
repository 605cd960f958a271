package dev.linekeeper.core.site;

import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.fixes.FreeAccountNumber;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far the preparation of a site is, read from the tenant alone: what people chose says only what to look at.
 *
 * @param policy the name of the Shared Calling policy the site has or is to have
 * @param account the resource account; empty while it is not known
 * @param attested what somebody may answer for; empty while there is neither account nor policy
 * @param lines all of them, in the documented order
 */
public record SiteChecklist(
        SiteName name,
        SiteChoices choices,
        PolicyName policy,
        Optional<ResourceAccount> account,
        Optional<AttestedCase> attested,
        List<SiteLine> lines) {

    public SiteChecklist {
        lines = List.copyOf(lines);
    }

    public static SiteChecklist of(
            SiteName name, SiteChoices choices, Tenant tenant, JudgementSettings settings, SiteTestimony testimony) {
        var site = SiteCase.of(name, choices, tenant, settings);
        var lines = new SiteLines(site, testimony);
        var judged = new ArrayList<SiteLine>();
        var unsettled = EnumSet.noneOf(SiteStep.class);
        for (var step : SiteStep.values()) {
            var line = ordered(new SiteFound(site).on(lines.of(step)), unsettled);
            judged.add(line);
            if (!line.state().isSettled()) {
                unsettled.add(step);
            }
        }
        return new SiteChecklist(
                name,
                choices,
                site.policyName(),
                site.account().map(Report::subject).flatMap(it -> Fact.present(it.account())),
                site.attested(),
                judged);
    }

    /** What is not done says what has to be done before it. */
    private static SiteLine ordered(SiteLine line, Set<SiteStep> unsettled) {
        if (line.state() != LineState.NOT_DONE && line.state() != LineState.WAITS) {
            return line;
        }
        var waiting = line.behind(
                line.step().after().stream().filter(unsettled::contains).toList());
        return waiting.state() == LineState.WAITS && line.step().isOursInTurn() ? waiting.ours() : waiting;
    }

    public SiteLine line(SiteStep step) {
        return lines.stream().filter(line -> line.step() == step).findFirst().orElseThrow();
    }

    /** Whether people can be enrolled as far as it can be read; what only people know may still be open. */
    public boolean isReady() {
        return lines.stream().noneMatch(SiteLine::blocks);
    }

    public long count(LineState state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }

    /** What was chosen for the line, as a fix takes it: the place, the number, or what kind of number. */
    public Optional<String> chosen(SiteStep step, Tenant tenant) {
        return switch (step) {
            case PLACE -> choices.place().map(LocationId::value);
            case NUMBER ->
                choices.number()
                        .map(number -> FreeAccountNumber.written(
                                number,
                                Fact.present(tenant.number(number))
                                        .filter(FreeAccountNumber::needsPlace)
                                        .flatMap(_ -> choices.place())))
                        .or(() -> Optional.of(FreeAccountNumber.kind(
                                choices.type().map(NumberType::productName),
                                choices.country().map(Country::iso))))
                        .filter(said -> !said.isEmpty());
            default -> Optional.empty();
        };
    }
}
