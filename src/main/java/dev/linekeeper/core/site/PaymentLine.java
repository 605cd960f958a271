package dev.linekeeper.core.site;

import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;

/** Rule RES-12 before there is a number: licences come first, so that the type that was chosen tells whether calls have to be paid for. */
record PaymentLine(SiteCase site) {
    private static final SiteStep STEP = SiteStep.PAYMENT;

    SiteLine line() {
        return site.choices()
                .type()
                .map(_ -> ofAccount())
                .orElseGet(() -> SiteLine.of(STEP, LineState.WAITS, Explanation.of("site.type-open")));
    }

    private SiteLine ofAccount() {
        return Fact.required(site.account().orElseThrow().subject().account(), () -> "there is no such account")
                .flatMap(account ->
                        account.plans().map(held -> PublishedData.heldForNow(held, PublishedData.PAY_AS_YOU_GO)))
                .fold(
                        paid -> paid.map(this::of)
                                .orElseGet(() ->
                                        SiteLine.unread(STEP, "a licence, or the state of one, could not be read")),
                        why -> SiteLine.unread(STEP, why));
    }

    private SiteLine of(boolean paid) {
        return paid
                ? SiteLine.of(STEP, LineState.DONE)
                : SiteLine.notDone(
                        STEP,
                        "readiness.RES-12.none",
                        Fact.present(site.account().orElseThrow().subject().account())
                                .map(ResourceAccount::displayName)
                                .orElse("?"));
    }
}
