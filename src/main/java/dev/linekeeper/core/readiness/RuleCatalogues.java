package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.judgement.Verdicts.unmet;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.Catalogue;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.TenantCase;
import dev.linekeeper.core.readiness.judgement.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All rules, put together for each subject they judge. What people share is judged once: a policy sees the verdicts on
 * its account, and a person those on their policy.
 */
final class RuleCatalogues {
    /** What ids begin with, in the order in which rules are shown. */
    static final List<String> FAMILIES = List.of("USR", "RES", "POL", "VRP", "EMG", "CLI", "DPL", "CAL", "TEN", "NUM");

    static final Catalogue<TenantCase> OF_A_TENANT = catalogue(List.of(TenantRules.ALL.stream()));

    static final Catalogue<AccountCase> OF_AN_ACCOUNT = catalogue(
            List.of(AccountRules.ALL.stream(), SharedNumberRules.ALL.stream(), RoutingRules.OF_THE_ACCOUNT.stream()));

    static final Catalogue<PolicyCase> OF_A_POLICY = catalogue(List.of(
            PolicyRules.OF_THE_POLICY.stream(),
            EmergencyCallbackRules.ALL.stream(),
            CallbackNumberRules.ALL.stream(),
            EmergencyPlaceRules.OF_THE_POLICY.stream(),
            seen(OF_AN_ACCOUNT, RuleCatalogues::accountOfPolicy),
            seen(OF_A_TENANT, (policy, judge) -> judge.apply(policy.tenantCase().report()))));

    static final Catalogue<PersonCase> OF_A_PERSON = catalogue(List.of(
            UserRules.ALL.stream(),
            LicenceRules.ALL.stream(),
            OwnNumberRules.ALL.stream(),
            PolicyRules.OF_THE_PERSON.stream(),
            RoutingRules.OF_THE_PERSON.stream(),
            EmergencyRules.ALL.stream(),
            EmergencyDigitRules.ALL.stream(),
            EmergencyPlaceRules.OF_THE_PERSON.stream(),
            CallerIdRules.ALL.stream(),
            CallingRules.ALL.stream(),
            Stream.of(AccountRules.REACHABLE.seenFrom(RuleCatalogues::reachable)),
            seen(OF_A_POLICY, RuleCatalogues::policyOfPerson)
                    .filter(rule -> OF_A_TENANT.find(rule.id()).isEmpty())
                    .filter(rule -> !rule.id().equals(AccountRules.REACHABLE.id())),
            seen(OF_A_TENANT, (person, judge) -> judge.apply(person.tenantCase().report()))));

    /** What has to hold for somebody with a number of their own: of Shared Calling only that it is over. */
    static final Catalogue<PersonCase> OF_A_NUMBER = catalogue(List.of(
            Stream.of(UserRules.ENABLED_PERSON, UserRules.VOICE_ON, UserRules.IN_THE_CLOUD, UserRules.MAY_CALL),
            Stream.of(LicenceRules.TEAMS, LicenceRules.TEAMS_PHONE, LicenceRules.NO_RESOURCE_ACCOUNT_LICENCE),
            EmergencyRules.ALL.stream(),
            EmergencyDigitRules.ALL.stream(),
            EmergencyPlaceRules.OF_THE_PERSON.stream(),
            CallingRules.ALL.stream(),
            NumberRules.ALL.stream()));

    private RuleCatalogues() {}

    private static <S> Catalogue<S> catalogue(List<Stream<Rule<S>>> rules) {
        return new Catalogue<>(rules.stream()
                .flatMap(some -> some)
                .sorted(Comparator.<Rule<S>>comparingInt(
                                rule -> FAMILIES.indexOf(rule.id().family()))
                        .thenComparing(Rule::id))
                .toList());
    }

    /** The rules of a catalogue as seen from something that has such a subject in it. */
    private static <T, S> Stream<Rule<T>> seen(
            Catalogue<S> inner, BiFunction<T, Function<Report<S>, Verdict>, Verdict> look) {
        return IntStream.range(0, inner.rules().size()).mapToObj(position -> {
            Function<Report<S>, Verdict> verdict =
                    report -> report.findings().get(position).verdict();
            return inner.rules().get(position).seenFrom(subject -> look.apply(subject, verdict));
        });
    }

    private static Verdict accountOfPolicy(PolicyCase policy, Function<Report<AccountCase>, Verdict> judge) {
        return when(
                policy.account(),
                account -> judge.apply(policy.tenantCase().report(account)),
                () -> unmet(PolicyRules.HAS_ACCOUNT));
    }

    private static Verdict policyOfPerson(PersonCase person, Function<Report<PolicyCase>, Verdict> judge) {
        return when(
                person.sharedCalling(),
                policy -> judge.apply(person.tenantCase().report(policy)));
    }

    private static Verdict reachable(PersonCase person) {
        return when(
                person.sharedCalling().flatMap(PolicyCase::account),
                account -> UserRules.reachable(
                        person, account, person.tenantCase().report(account).verdict(AccountRules.REACHABLE)),
                () -> unmet(PolicyRules.HAS_ACCOUNT));
    }
}
