package dev.linekeeper.core.fixes.policies;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.PolicyFix;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.core.tenant.person.VoiceUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whoever would call with an account's number and have a policy, of whom nothing else is known, and who may dial out. */
public final class SomebodyUnder {
    private static final PolicyName ANY = new PolicyName("?");
    private static final String NOBODY = "nobody in particular";

    private SomebodyUnder() {}

    /** As the rules would judge them with the policy. */
    public static Report<PersonCase> judged(PolicyFix<?> made, Tenant tenant, JudgementSettings settings) {
        var policy = new SharedCalling(ANY, Optional.of(made.account()), List.of(), "");
        return Readiness.audit(
                new Person(entry(), supposed(voice(made.kind(), made.name()))), tenant.with(policy), settings);
    }

    private static DirectoryEntry entry() {
        Fact<Optional<Country>> nowhere = supposed(Optional.empty());
        return new DirectoryEntry(
                UserId.LINEKEEPER, NOBODY, NOBODY, Optional.empty(), unread(), nowhere, unread(), unread(), Map.of());
    }

    private static VoiceUser voice(PolicyKind kind, PolicyName name) {
        Map<PolicyKind, Fact<Assignment>> policies = Map.of(
                PolicyKind.SHARED_CALLING,
                supposed(new Assignment.Direct(ANY, unread())),
                PolicyKind.DIAL_OUT,
                supposed(new Assignment.Direct(ANY, unread())),
                kind,
                supposed(new Assignment.Direct(name, unread())));
        return new VoiceUser(unread(), unread(), unread(), unread(), policies, unread());
    }

    private static <T> Fact<T> supposed(T value) {
        return new Fact.Known<>(value, NOBODY, Instant.EPOCH);
    }

    private static <T> Fact<T> unread() {
        return Fact.missing(NOBODY);
    }
}
