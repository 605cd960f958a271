package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.SETUP;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPolicy;
import static dev.linekeeper.core.readiness.judgement.Topic.CALLBACK;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.manual;
import static dev.linekeeper.core.readiness.judgement.Verdicts.notApplicable;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unmet;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.NumberUsage;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.TenantCase;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rules for the emergency callback numbers of a Shared Calling policy. */
public final class CallbackNumberRules {
    public static final Rule<PolicyCase> SAME_TYPE = ofPolicy("POL-03", CALLBACK)
            .documented(SETUP)
            .byAdmin()
            .onceMet(PolicyRules.HAS_ACCOUNT, SharedNumberRules.TYPE)
            .must(c -> withSharedNumber(
                    c,
                    (shared, numbers) -> failFor(
                            numbers.inInventory,
                            number -> number.type() != shared.type(),
                            odd -> fail("POL-03.other-type", odd, shared.type().productName()))));

    public static final Rule<PolicyCase> SAME_COUNTRY = ofPolicy("POL-04", CALLBACK)
            .revision(2)
            .documented(SETUP)
            .byAdmin()
            .onceMet(PolicyRules.HAS_ACCOUNT, SharedNumberRules.TYPE)
            .must(c -> withSharedNumber(
                    c,
                    (shared, numbers) -> numbers.all.isEmpty()
                            ? notApplicable("POL-04.no-numbers", c.name())
                            : when(
                                    c.tenantCase().country(shared),
                                    in -> sameCountry(c.tenantCase(), in, shared, numbers),
                                    () -> unknown("the country of %s was not reported".formatted(shared.number())))));

    public static final Rule<PolicyCase> USER_NUMBERS = ofPolicy("POL-06", CALLBACK)
            .revision(2)
            .documented(SETUP)
            .byAdmin()
            .onceMet(PolicyRules.HAS_ACCOUNT, SharedNumberRules.TYPE)
            .must(c -> withSharedNumber(
                    c,
                    (shared, numbers) -> shared.type() == NumberType.CALLING_PLAN
                                    && shared.may(Capability.VOICE_APPLICATION_ASSIGNMENT)
                                            .known()
                                            .orElse(true)
                            ? userNumbers(numbers)
                            : notApplicable("na.type", NumberType.CALLING_PLAN.productName())));

    public static final Rule<PolicyCase> NOT_IN_USE = ofPolicy("POL-07", CALLBACK)
            .revision(2)
            .documented(SETUP)
            .byAdmin()
            .onceMet(PolicyRules.HAS_ACCOUNT)
            .must(c -> numbers(c, numbers -> {
                var taken =
                        numbersOf(numbers.inInventory, number -> CallbackHolder.of(number, c) == CallbackHolder.OTHER);
                if (!taken.isEmpty()) {
                    return fail("POL-07.in-use", taken);
                }
                var untold = numbersOf(
                        numbers.inInventory, number -> CallbackHolder.of(number, c) == CallbackHolder.UNKNOWN);
                return untold.isEmpty() ? pass() : unknown("what %s is assigned to was not reported".formatted(untold));
            }));

    public static final Rule<PolicyCase> IN_ONE_POLICY = ofPolicy("POL-08", CALLBACK)
            .documented(SETUP)
            .byAdmin()
            .onceMet(PolicyRules.HAS_ACCOUNT)
            .must(c -> PolicyRules.about(c, policy -> {
                var inventory = c.tenantCase().inventory();
                var twice = policy.emergencyNumbers().stream()
                        .filter(number -> holders(inventory, number).size() > 1)
                        .distinct()
                        .toList();
                if (twice.isEmpty()) {
                    return pass();
                }
                var policies = new LinkedHashSet<PolicyName>();
                twice.forEach(number -> policies.addAll(holders(inventory, number)));
                return fail("POL-08.several", twice, List.copyOf(policies));
            }));

    public static final Rule<PolicyCase> REACHABLE = ofPolicy("POL-09", CALLBACK)
            .documented(SETUP)
            .byAdmin()
            .onceMet(PolicyRules.HAS_ACCOUNT, SharedNumberRules.TYPE)
            .must(c -> withSharedNumber(c, (shared, numbers) -> {
                if (shared.type() == NumberType.DIRECT_ROUTING) {
                    return numbers.all.isEmpty() ? pass() : manual("POL-09.routable", numbers.all);
                }
                return numbers.elsewhere.isEmpty() ? pass() : fail("POL-09.not-found", numbers.elsewhere);
            }));

    public static final Rule<PolicyCase> DIALLABLE = ofPolicy("POL-10", CALLBACK)
            .inferred()
            .byAdmin()
            .onceMet(PolicyRules.HAS_ACCOUNT)
            .must(c -> PolicyRules.about(c, policy -> {
                var odd = policy.emergencyNumbers().stream()
                        .filter(number -> !number.isE164())
                        .toList();
                return odd.isEmpty() ? pass() : fail("POL-10.incomplete", odd);
            }));

    public static final List<Rule<PolicyCase>> ALL =
            List.of(SAME_TYPE, SAME_COUNTRY, USER_NUMBERS, NOT_IN_USE, IN_ONE_POLICY, REACHABLE, DIALLABLE);

    private CallbackNumberRules() {}

    /** The callback numbers of a policy: what the inventory says of them, and those it does not know. */
    private record CallbackNumbers(
            List<PhoneNumber> all, List<TelephoneNumber> inInventory, List<PhoneNumber> elsewhere) {}

    private interface CallbackCheck {
        Verdict of(TelephoneNumber shared, CallbackNumbers numbers);
    }

    private interface Complaint {
        Verdict about(List<PhoneNumber> odd);
    }

    private static Verdict withSharedNumber(PolicyCase c, CallbackCheck judge) {
        return when(
                c.number(),
                number -> numbers(c, numbers -> judge.of(number, numbers)),
                () -> unmet(SharedNumberRules.TYPE));
    }

    private static Verdict numbers(PolicyCase c, Function<CallbackNumbers, Verdict> judge) {
        return PolicyRules.about(c, policy -> {
            var known = new ArrayList<TelephoneNumber>();
            var elsewhere = new ArrayList<PhoneNumber>();
            for (var number : policy.emergencyNumbers()) {
                switch (c.tenantCase().tenant().number(number)) {
                    case Fact.Known(var found, _, _) ->
                        found.ifPresentOrElse(known::add, () -> elsewhere.add(number));
                    case Fact.Missing(var why) -> {
                        return unknown(why);
                    }
                }
            }
            return judge.apply(new CallbackNumbers(policy.emergencyNumbers(), known, elsewhere));
        });
    }

    private static Verdict sameCountry(
            TenantCase tenant, Country country, TelephoneNumber shared, CallbackNumbers numbers) {

        var abroad = numbersOf(
                numbers.inInventory,
                number -> tenant.country(number)
                        .known()
                        .filter(in -> in.isPresent() && !in.get().equals(country))
                        .isPresent());
        if (!abroad.isEmpty()) {
            return fail("POL-04.abroad", abroad, country.iso());
        }
        var untold = numbersOf(
                numbers.inInventory,
                number -> Fact.present(tenant.country(number)).isEmpty());
        if (!untold.isEmpty()) {
            return unknown("the country of %s was not reported".formatted(untold));
        }
        return shared.type() == NumberType.DIRECT_ROUTING && !numbers.elsewhere.isEmpty()
                ? manual("POL-04.confirm", numbers.elsewhere, country.iso())
                : pass();
    }

    private static Verdict userNumbers(CallbackNumbers numbers) {
        var odd = numbersOf(
                numbers.inInventory,
                number -> number.capabilities()
                        .known()
                        .filter(all -> !all.contains(Capability.USER_ASSIGNMENT)
                                || all.contains(Capability.VOICE_APPLICATION_ASSIGNMENT))
                        .isPresent());
        if (!odd.isEmpty()) {
            return fail("POL-06.service-number", odd);
        }
        var untold = numbersOf(
                numbers.inInventory, number -> number.capabilities().known().isEmpty());
        return untold.isEmpty() ? pass() : unknown("what %s may be used for was not reported".formatted(untold));
    }

    private static Verdict failFor(
            List<TelephoneNumber> numbers, Predicate<TelephoneNumber> offends, Complaint complaint) {
        var odd = numbersOf(numbers, offends);
        return odd.isEmpty() ? pass() : complaint.about(odd);
    }

    private static List<PhoneNumber> numbersOf(List<TelephoneNumber> numbers, Predicate<TelephoneNumber> which) {
        return numbers.stream().filter(which).map(TelephoneNumber::number).toList();
    }

    private static List<PolicyName> holders(NumberUsage inventory, PhoneNumber number) {
        return inventory.policiesWith(number).known().orElse(List.of());
    }

    /** Who has a callback number, as far as the inventory tells (rule POL-07). */
    private enum CallbackHolder {
        NOBODY_ELSE,
        OTHER,
        UNKNOWN;

        static CallbackHolder of(TelephoneNumber number, PolicyCase c) {
            return switch (number.status()) {
                case UNASSIGNED -> NOBODY_ELSE;
                case USER_ASSIGNED, CONFERENCE_ASSIGNED, VOICE_APPLICATION_ASSIGNED, THIRD_PARTY_APP_ASSIGNED -> OTHER;
                case POLICY_ASSIGNED ->
                    number.heldByPolicy()
                            .map(policy -> policy.equals(c.name()) ? NOBODY_ELSE : OTHER)
                            .orElseGet(() -> listedHereAlone(number, c));
                case UNKNOWN -> UNKNOWN;
            };
        }

        /** The target of a number has several forms: nothing, an id, a name; then the policies say who lists it. */
        private static CallbackHolder listedHereAlone(TelephoneNumber number, PolicyCase c) {
            return holders(c.tenantCase().inventory(), number.number()).equals(List.of(c.name()))
                    ? NOBODY_ELSE
                    : UNKNOWN;
        }
    }
}
