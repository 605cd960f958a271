package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.Calling;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/**
 * A calling policy by whether people may call at all and whether calls must leave by a local gateway (rules USR-14 and
 * CAL-01), as
 * <a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csteamscallingpolicy">Set-CsTeamsCallingPolicy</a>
 * sets them; only the parameters it is given are changed.
 *
 * @param account under which people call for whom it is to be right
 */
public record CallingPolicy(
        UserId account, PolicyName name, Optional<CallingSwitches> before, Optional<CallingSwitches> after)
        implements PolicyFix<CallingSwitches> {
    @Override
    public PolicyKind kind() {
        return PolicyKind.CALLING;
    }

    @Override
    public Groundwork subject() {
        return new Groundwork(GroundworkKind.CALLING, name.value());
    }

    @Override
    public CallingPolicy between(Optional<CallingSwitches> from, Optional<CallingSwitches> to) {
        return new CallingPolicy(account, name, from, to);
    }

    /** Whether people may call afterwards who may not now. */
    public boolean opensCalls() {
        return after.filter(then -> before.filter(then::open).isPresent()).isPresent();
    }

    @Override
    public CallingSwitches said(Policy policy) {
        return CallingSwitches.of((Calling) policy);
    }

    @Override
    public Policy saying(CallingSwitches then, Optional<Policy> now, Tenant tenant) {
        return now.map(it -> (Calling) it)
                .<Policy>map(it -> new Calling(
                        name,
                        it.privateCalling().map(was -> then.privateCalling().orElse(was)),
                        it.preventTollBypass()
                                .map(was -> then.preventTollBypass().orElse(was)),
                        it.spendLimit()))
                .orElseGet(() -> new Policy.Unread(name, kind(), "there is no such policy"));
    }
}
