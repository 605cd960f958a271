package dev.linekeeper.core.tenant.person;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A person as Teams voice knows them.
 *
 * @param features such as {@code Teams}, {@code PhoneSystem}, {@code CallingPlan}
 * @param voiceOn the Enterprise Voice switch
 * @param lines the numbers the person holds
 * @param policies what applies per kind; a kind that is not in the map could not be read
 * @param validationErrors what Teams itself reports as wrong with the account
 * @param interpretedType Teams' own word for where the account lives, such as {@code PureOnlineTeamsOnlyUser}; empty
 *     when Teams does not say (rule USR-10)
 */
public record VoiceUser(
        Fact<AccountType> accountType,
        Fact<Set<String>> features,
        Fact<Boolean> voiceOn,
        Fact<List<Line>> lines,
        Map<PolicyKind, Fact<Assignment>> policies,
        Fact<List<String>> validationErrors,
        Optional<String> interpretedType) {
    public VoiceUser {
        policies = Map.copyOf(policies);
    }

    /** A user of whom Teams does not say more than the account type. */
    public VoiceUser(
            Fact<AccountType> accountType,
            Fact<Set<String>> features,
            Fact<Boolean> voiceOn,
            Fact<List<Line>> lines,
            Map<PolicyKind, Fact<Assignment>> policies,
            Fact<List<String>> validationErrors) {
        this(accountType, features, voiceOn, lines, policies, validationErrors, Optional.empty());
    }

    public Fact<Assignment> policy(PolicyKind kind) {
        var read = policies.get(kind);
        return read != null ? read : Fact.missing("%s was not reported".formatted(kind.type()));
    }

    /** The person as a change leaves them; what was not read stays unread. */
    VoiceUser after(Change change) {
        return switch (change) {
            case Change.ReleaseNumber(
                    _,
                    var number,
                    _,
                    _,
                    _) ->
                with(
                        change,
                        lines.map(held -> held.stream()
                                .filter(line -> !line.number().equals(number))
                                .toList()));
            case Change.AssignNumber(
                    _,
                    var number,
                    _,
                    _,
                    var category) ->
                with(
                        change,
                        lines.map(held -> Stream.concat(held.stream(), Stream.of(new Line(number, category)))
                                .toList()));
            case Change.SwitchVoice _ -> with(change, lines);
            case Change.GrantPolicy(_, var kind, var policy) ->
                with(kind, policy(kind).map(now -> new Assignment.Direct(policy, beneath(kind, now))));
            case Change.RevokePolicy(_, var kind) ->
                with(kind, policy(kind).flatMap(now -> beneath(kind, now)));
        };
    }

    /** What applies without a direct grant. */
    private Fact<Assignment> beneath(PolicyKind kind, Assignment now) {
        return now instanceof Assignment.Direct(_, var beneath) ? beneath : policy(kind);
    }

    /** The same person with other lines. */
    public VoiceUser withLines(Fact<List<Line>> held) {
        return new VoiceUser(accountType, features, voiceOn, held, policies, validationErrors, interpretedType);
    }

    /** The same person with what somebody else says of validation errors. */
    public VoiceUser withValidationErrors(Fact<List<String>> errors) {
        return new VoiceUser(accountType, features, voiceOn, lines, policies, errors, interpretedType);
    }

    /** The same person with other policies. */
    public VoiceUser with(Map<PolicyKind, Fact<Assignment>> other) {
        return new VoiceUser(accountType, features, voiceOn, lines, other, validationErrors, interpretedType);
    }

    private VoiceUser with(Change change, Fact<List<Line>> held) {
        return new VoiceUser(
                accountType, features, voiceOn.map(change::voiceOn), held, policies, validationErrors, interpretedType);
    }

    VoiceUser with(PolicyKind kind, Fact<Assignment> assignment) {
        var changed = new EnumMap<PolicyKind, Fact<Assignment>>(PolicyKind.class);
        changed.putAll(policies);
        changed.put(kind, assignment);
        return with(changed);
    }
}
