package dev.linekeeper.core.fixes;

import dev.linekeeper.core.fixes.policies.NeededEmergencyRouting;
import dev.linekeeper.core.fixes.policies.NeededEmptyRouting;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.groundwork.AttendantOfAccount;
import dev.linekeeper.core.tenant.groundwork.EmptyRoutingPolicy;
import dev.linekeeper.core.tenant.groundwork.Fix;
import dev.linekeeper.core.tenant.groundwork.NumberOfAccount;
import dev.linekeeper.core.tenant.groundwork.PlaceOfNumber;
import dev.linekeeper.core.tenant.groundwork.RoutingOfAccount;
import dev.linekeeper.core.tenant.groundwork.SignInOfAccount;
import dev.linekeeper.core.tenant.groundwork.SignInOfAccount.SignInState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a setting behind people could be put right with: the tenant's places, voice routing policies or auto attendants. */
public record FixChoices(Tenant tenant, JudgementSettings settings) {
    /** All of them by name, whether they fit or not; missing where they, or what is to be put right, could not be read. */
    public Fact<List<FixChoice>> all(Fixable what, ResourceAccount account) {
        return all(what, account, Optional.empty());
    }

    /** The same, for the policy that is written where it is about one. */
    public Fact<List<FixChoice>> all(Fixable what, ResourceAccount account, Optional<String> written) {
        return (switch (what) {
                    case PLACE -> places(account);
                    case ROUTING -> routing(account);
                    case ATTENDANT -> attendants(account);
                    case ACCOUNT -> Fact.<List<FixChoice>>missing("an account is made for a site, by its name");
                    case NUMBER -> new AccountNumberChoices(judged(account), account).all();
                    case EMERGENCY_ROUTING -> emergencyRouting(judged(account), written);
                    case EMPTY_ROUTING -> emptyRouting(judged(account));
                    case CALLER_ID -> new PolicyChoices(judged(account), written).callerIds();
                    case CALLING -> new PolicyChoices(judged(account), written).callings();
                    case USAGE_LOCATION -> new UsageLocationChoices(judged(account), account).all();
                    case SIGN_IN -> account.signInEnabled().map(_ -> List.of(blocked(account)));
                })
                .map(all -> all.stream()
                        .sorted(Comparator.comparing(FixChoice::name))
                        .toList());
    }

    private Fact<List<FixChoice>> places(ResourceAccount account) {
        return Fact.required(account.number(), () -> "%s has no number".formatted(account.displayName()))
                .flatMap(number -> tenant.locations()
                        .map(all -> all.values().stream()
                                .map(place -> new FixChoice(
                                        FixWords.name(place),
                                        place.id().value(),
                                        new PlaceOfNumber(
                                                account.id(), number, Optional.empty(), Optional.of(place.id()))))
                                .toList()));
    }

    private Fact<List<FixChoice>> routing(ResourceAccount account) {
        return tenant.policies(PolicyKind.VOICE_ROUTING)
                .map(all -> all.keySet().stream()
                        .filter(Predicate.not(PolicyName::isGlobal))
                        .map(policy -> new FixChoice(
                                policy.value(),
                                new RoutingOfAccount(
                                        account.id(),
                                        account.userPrincipalName(),
                                        Optional.empty(),
                                        Optional.of(policy))))
                        .toList());
    }

    private Fact<List<FixChoice>> attendants(ResourceAccount account) {
        return tenant.autoAttendants()
                .map(all -> all.read().stream()
                        .map(attendant -> new FixChoice(
                                attendant.name(),
                                attendant.id(),
                                new AttendantOfAccount(
                                        account.id(),
                                        account.userPrincipalName(),
                                        Optional.empty(),
                                        Optional.of(attendant.id()))))
                        .toList());
    }

    private AccountCase judged(ResourceAccount account) {
        return Readiness.account(account.id(), tenant, settings).subject();
    }

    private static Fact<List<FixChoice>> emergencyRouting(AccountCase account, Optional<String> written) {
        return Fact.required(
                        new NeededEmergencyRouting(account).policy(written),
                        () -> "the settings name no emergency call routing policy for it")
                .flatMap(name -> Fact.required(account.number(), () -> "there is no number")
                        .flatMap(number -> new EmergencyRoutingChoices(account, name, number).all()));
    }

    private static Fact<List<FixChoice>> emptyRouting(AccountCase account) {
        return new NeededEmptyRouting(account)
                .missing()
                .map(missing -> missing.stream()
                        .map(name -> new FixChoice(
                                name.value(),
                                new EmptyRoutingPolicy(account.id(), name, Optional.empty(), Optional.of(List.of()))))
                        .toList());
    }

    private static FixChoice blocked(ResourceAccount account) {
        String name = SignInState.BLOCKED.toString();
        return new FixChoice(
                name,
                new SignInOfAccount(
                        account.id(), account.userPrincipalName(), Optional.empty(), Optional.of(SignInState.BLOCKED)));
    }

    /** Whether it is to be had, and every rule that it is for would hold. */
    public boolean fits(FixChoice choice) {
        return isAvailable(choice.fix())
                && FixJudgement.of(choice.fix(), tenant, settings).isWell();
    }

    private boolean isAvailable(Fix<?> fix) {
        var account = Readiness.account(fix.account(), tenant, settings).subject();
        return !(fix instanceof NumberOfAccount it)
                || it.after()
                        .flatMap(number ->
                                new AccountNumberObstacle(account).to(number).known())
                        .filter(Optional::isEmpty)
                        .isPresent();
    }

    /** Those of exactly that name or value; else those with the text in their name. */
    public static List<FixChoice> called(String text, List<FixChoice> all) {
        var exactly = all.stream().filter(choice -> choice.isCalled(text)).toList();
        return exactly.isEmpty()
                ? all.stream().filter(choice -> choice.has(text)).toList()
                : exactly;
    }
}
