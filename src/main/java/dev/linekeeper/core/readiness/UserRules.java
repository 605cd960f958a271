package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.SETUP;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPerson;
import static dev.linekeeper.core.readiness.judgement.Topic.PERSON;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.info;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.AccountCase;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.PolicyCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.person.AccountType;
import dev.linekeeper.core.tenant.person.Change;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rules for a person; own numbers are in {@link OwnNumberRules}, licences in {@link LicenceRules}. */
public final class UserRules {
    private static final String TEAMS_ONLY = "teamsonlyuser";
    private static final List<String> ELSEWHERE = List.of("islands", "sfb", "skype", "onprem", "hybrid");
    private static final List<String> UNFINISHED =
            List.of("licens", "provision", "validation", "service", "failed", "needs");

    public static final Rule<PersonCase> ENABLED_PERSON = ofPerson("USR-01", PERSON)
            .inferred()
            .byAdmin()
            .must(c -> when(c.person().accountType(), type -> person(c, type)));

    public static final Rule<PersonCase> VOICE_ON = ofPerson("USR-05", PERSON)
            .documented(SETUP)
            .fixedBy(c -> Optional.of(c.person()
                    .voiceOn()
                    .map(_ -> new Change.SwitchVoice(c.person().id(), true))))
            .must(c -> when(c.person().voiceOn(), on -> on ? pass() : fail("USR-05.off", name(c))));

    static final Rule<PersonCase> USAGE_LOCATION = ofPerson("USR-09", PERSON)
            .revision(2)
            .inferred()
            .byAdmin()
            .must(c -> when(
                    c.person().entry().usageLocation(),
                    country -> comparedWithNumber(c, country),
                    () -> fail("USR-09.none", name(c))));

    static final Rule<PersonCase> IN_THE_CLOUD = ofPerson("USR-10", PERSON)
            .revision(2)
            .inferred()
            .byAdmin()
            .must(c -> when(
                    c.person().accountType(),
                    type -> when(c.person().interpretedType(), interpreted -> {
                        if (type == AccountType.SFB_ON_PREM_USER) {
                            return fail("USR-10.on-premises", name(c));
                        }
                        return interpreted.map(word -> hosted(c, word)).orElseGet(Verdicts::pass);
                    })));

    static final Rule<PersonCase> NO_VALIDATION_ERRORS = ofPerson("USR-12", PERSON)
            .inferred()
            .byAdmin()
            .should(c -> when(
                    c.person().validationErrors(),
                    errors -> errors.isEmpty() ? pass() : warn("USR-12.errors", name(c), errors)));

    public static final Rule<PersonCase> MAY_CALL =
            ofPerson("USR-14", PERSON).inferred().byAdmin().must(UserRules::mayCall);

    static final List<Rule<PersonCase>> ALL =
            List.of(ENABLED_PERSON, VOICE_ON, USAGE_LOCATION, IN_THE_CLOUD, NO_VALIDATION_ERRORS, MAY_CALL);

    private UserRules() {}

    static String name(PersonCase c) {
        return c.person().displayName();
    }

    /** RES-17 for one person: what the account's attendant allows, and whether this person is within its dial scope. */
    static Verdict reachable(PersonCase c, AccountCase account, Verdict forAnybody) {
        if (!(forAnybody instanceof Verdict.Info)) {
            return forAnybody;
        }
        var attendant = account.account()
                .flatMap(found -> found.orElseThrow().associations())
                .flatMap(all -> AccountRules.attendant(account, all));
        return when(attendant, scope -> inScope(c, scope));
    }

    private static Verdict inScope(PersonCase c, AutoAttendant scope) {
        var entry = c.person().entry();
        var outside = warn("RES-17.out-of-scope", scope.name(), name(c));
        var excluded = scope.excluded()
                .flatMap(groups -> groups.isEmpty() ? scope.excluded().map(_ -> false) : entry.isInOneOf(groups));
        if (excluded.known().orElse(false)) {
            return outside;
        }
        var included = scope.included()
                .flatMap(groups -> groups.isEmpty() ? scope.included().map(_ -> true) : entry.isInOneOf(groups));
        return when(included, in -> in ? when(excluded, _ -> pass()) : outside);
    }

    /**
     * InterpretedUserType is a type and a state in one word, such as {@code PureOnlineTeamsOnlyUserInPDL}. No page of Microsoft
     * lists them; the words are those people collected (github.com/get-itips/InterpretedUserType).
     */
    private static Verdict hosted(PersonCase c, String interpreted) {
        var word = interpreted.toLowerCase(Locale.ROOT);
        var type = word.indexOf(TEAMS_ONLY);
        var state = type < 0 ? word : word.substring(type + TEAMS_ONLY.length()).replace("inpdl", "");
        if (type >= 0 && state.isEmpty()) {
            return pass();
        }
        if (type < 0 && ELSEWHERE.stream().anyMatch(word::contains)) {
            return fail("USR-10.other", name(c), interpreted);
        }
        return UNFINISHED.stream().anyMatch(state::contains)
                ? warn("USR-10.unfinished", name(c), interpreted)
                : unknown("Teams calls %s a '%s', which we do not know".formatted(name(c), interpreted));
    }

    private static Verdict person(PersonCase c, AccountType type) {
        return switch (type) {
            case USER ->
                when(c.person().entry().enabled(), enabled -> enabled ? pass() : fail("USR-01.disabled", name(c)));
            case GUEST -> fail("USR-01.guest", name(c));
            case RESOURCE_ACCOUNT -> fail("USR-01.resource-account", name(c));
            case SFB_ON_PREM_USER -> fail("USR-01.on-premises", name(c));
            case INELIGIBLE_USER -> fail("USR-01.ineligible", name(c));
            case UNKNOWN -> unknown("Teams does not say what kind of account it is");
        };
    }

    private static Verdict comparedWithNumber(PersonCase c, Country country) {
        return when(
                c.sharedCalling().flatMap(PolicyCase::country),
                shared -> shared.filter(other -> !other.equals(country))
                        .map(other -> warn("USR-09.elsewhere", name(c), country.iso(), other.iso()))
                        .orElseGet(Verdicts::pass));
    }

    private static Verdict mayCall(PersonCase c) {
        var calling = c.assigned(Policy.Calling.class);
        var dialOut = c.person().policy(PolicyKind.DIAL_OUT).map(Assignment::policy);
        if (calling.flatMap(Policy.Calling::privateCalling)
                .known()
                .filter(allowed -> !allowed)
                .isPresent()) {
            return fail("USR-14.calling-off", name(c), calling.known().get().name());
        }
        var word = dialOut.known()
                .map(policy -> policy.value().toLowerCase(Locale.ROOT))
                .orElse("");
        if (word.contains("pstndisabled")) {
            return fail("USR-14.dial-out-off", name(c), dialOut.known().get());
        }
        return when(
                calling.flatMap(Policy.Calling::privateCalling),
                _ -> when(
                        dialOut,
                        policy -> word.contains("pstndomestic") ? info("USR-14.domestic", name(c), policy) : pass()));
    }
}
