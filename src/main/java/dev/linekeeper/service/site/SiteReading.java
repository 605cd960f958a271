package dev.linekeeper.service.site;

import dev.linekeeper.core.attestation.Attestation;
import dev.linekeeper.core.attestation.AttestationTerms;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.site.SiteChecklist;
import dev.linekeeper.core.site.SiteChoices;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.core.site.SiteTestimony;
import dev.linekeeper.service.attestation.AttestationStore;
import dev.linekeeper.service.attestation.TestCallStore;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.reading.TenantReader;
import dev.linekeeper.service.tenant.reading.TenantSnapshot;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Reads how far a site is, from the tenant as it is now and what people attest. */
public record SiteReading(
        TenantReader reader,
        JudgementSettings settings,
        AttestationStore attestations,
        AttestationTerms terms,
        TestCallStore testCalls,
        Organisation organisation,
        Clock clock) {

    /** A checklist, and the tenant as it was read for it. */
    public record ReadChecklist(SiteChecklist checklist, TenantSnapshot read) {}

    /** The tenant is read again for it unless that was done a moment ago, as others change it between two looks. */
    public ReadChecklist of(SiteName name, SiteChoices choices, JudgementSettings judging) {
        var now = reader.freshTenant();
        var said = new SiteTestimony(this::attested, testCalls::of);
        return new ReadChecklist(SiteChecklist.of(name, choices, now.tenant(), judging, said), now);
    }

    private Optional<LocalDate> attested(RuleId rule, AttestedCase about) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), terms.zone());
        return about.subject(rule)
                .flatMap(subject -> attestations.newest(rule, subject))
                .filter(it ->
                        it.state(today, terms.remindBefore(), about.about(rule)).holds())
                .map(Attestation::until);
    }
}
