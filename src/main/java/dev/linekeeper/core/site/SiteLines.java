package dev.linekeeper.core.site;

import dev.linekeeper.core.fixes.Fixable;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/** Each line by itself, as the tenant is now, whatever the lines before it say. */
record SiteLines(SiteCase site, SiteTestimony testimony) {
    SiteLine of(SiteStep step) {
        return switch (step) {
            case ACCOUNT -> account();
            case PAYMENT -> payment();
            case EMERGENCY_ROUTING ->
                worse(oursAs(Fixable.EMERGENCY_ROUTING, new EmergencyRoutingLine(site).line()), rules(step));
            case EMPTY_ROUTING -> oursAs(Fixable.EMPTY_ROUTING, new EmptyRoutingLine(site).line());
            case POLICY -> policy();
            case TEST_CALL -> testCall();
            case TENANT,
                    USAGE_LOCATION,
                    LICENCE,
                    CREDITS,
                    NUMBER,
                    NUMBER_USE,
                    PLACE,
                    VOICE_ROUTING,
                    ATTENDANT,
                    MENU,
                    CALLBACKS,
                    CALLER_ID,
                    OPERATOR,
                    GATEWAY,
                    CARRIER_ADDRESS -> rules(step);
        };
    }

    /** Ours where a fix makes the policy, or puts it right, for the people of the account. */
    private SiteLine oursAs(Fixable what, SiteLine line) {
        boolean open = line.state() == LineState.NOT_DONE || line.state() == LineState.WARNING;
        return open && site.account().map(Report::subject).filter(what::isOurs).isPresent() ? line.ours() : line;
    }

    private SiteLine rules(SiteStep step) {
        return isForAnotherType(step)
                ? SiteLine.of(step, LineState.NOT_NEEDED)
                : new RuleLines(site, testimony).of(step);
    }

    /** While there is no number, the type that was chosen tells what it will not need. */
    private boolean isForAnotherType(SiteStep step) {
        return site.number().isEmpty()
                && site.choices()
                        .type()
                        .flatMap(chosen -> step.only().map(type -> type != chosen))
                        .orElse(false);
    }

    /** The first, unless the rules found something graver. */
    private static SiteLine worse(SiteLine one, SiteLine rules) {
        return rules.state() == LineState.WAITS || rules.state().compareTo(one.state()) >= 0 ? one : rules;
    }

    /** Which account it is, is never guessed: of those whose names have the site's in them one is chosen. */
    private SiteLine account() {
        if (site.account().isPresent()) {
            var id = site.account().get().subject().id();
            return UserId.isObjectId(id.value())
                    ? rules(SiteStep.ACCOUNT)
                    : SiteLine.notDone(SiteStep.ACCOUNT, "site.account.chosen-name", id)
                            .ours();
        }
        return SiteCandidates.of(site)
                .accounts()
                .fold(
                        fitting -> SiteLine.of(
                                        SiteStep.ACCOUNT,
                                        LineState.NOT_DONE,
                                        fitting.isEmpty()
                                                ? Explanation.of("site.account.none")
                                                : Explanation.of(
                                                        "site.account.which",
                                                        fitting.size(),
                                                        fitting.stream()
                                                                .map(ResourceAccount::displayName)
                                                                .toList()))
                                .ours(),
                        why -> SiteLine.unread(SiteStep.ACCOUNT, why));
    }

    private SiteLine payment() {
        return site.number().isPresent() || site.account().isEmpty() || isForAnotherType(SiteStep.PAYMENT)
                ? rules(SiteStep.PAYMENT)
                : new PaymentLine(site).line();
    }

    private SiteLine policy() {
        return site.policy()
                .fold(
                        found -> found.map(this::policy)
                                .orElseGet(
                                        () -> SiteLine.notDone(SiteStep.POLICY, "site.policy.none", site.policyName())),
                        why -> SiteLine.unread(SiteStep.POLICY, why));
    }

    private SiteLine policy(SharedCalling found) {
        return site.served().isPresent()
                ? rules(SiteStep.POLICY)
                : SiteLine.notDone(
                        SiteStep.POLICY, "site.policy.other-account", found.name(), name(found.resourceAccount()));
    }

    private String name(Optional<UserId> account) {
        return account.map(id -> Fact.present(site.tenant().resourceAccount(id))
                        .map(ResourceAccount::displayName)
                        .orElseGet(id::value))
                .orElse("?");
    }

    private SiteLine testCall() {
        return site.served()
                .map(report ->
                        new TestCallLine(report.subject(), testimony.testCalls().apply(site.policyName())).line())
                .orElseGet(() -> SiteLine.of(SiteStep.TEST_CALL, LineState.WAITS));
    }
}
