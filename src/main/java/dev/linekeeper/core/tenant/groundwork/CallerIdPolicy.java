package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.CallingLineIdentity;
import dev.linekeeper.core.tenant.Policy.Substitute;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;

/**
 * A caller ID policy by the number it has people show (rules CLI-02 and CLI-03), as
 * <a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-cscallinglineidentity">Set-CsCallingLineIdentity</a>
 * sets it. Whether people may hide it, and the name that goes along, stay as they are.
 *
 * @param account under which people call for whom it is to be right
 */
public record CallerIdPolicy(UserId account, PolicyName name, Optional<ShownNumber> before, Optional<ShownNumber> after)
        implements PolicyFix<ShownNumber> {
    @Override
    public PolicyKind kind() {
        return PolicyKind.CALLING_LINE_IDENTITY;
    }

    @Override
    public Groundwork subject() {
        return new Groundwork(GroundworkKind.CALLER_ID, name.value());
    }

    @Override
    public CallerIdPolicy between(Optional<ShownNumber> from, Optional<ShownNumber> to) {
        return new CallerIdPolicy(account, name, from, to);
    }

    /** The cmdlet takes no Service any more. */
    @Override
    public Optional<Explanation> stays() {
        return before.filter(shown -> shown.substitute() == Substitute.SERVICE)
                .map(_ -> Explanation.of("fix.caller-id.stays"));
    }

    @Override
    public ShownNumber said(Policy policy) {
        return ShownNumber.of((CallingLineIdentity) policy);
    }

    @Override
    public Policy saying(ShownNumber shown, Optional<Policy> now, Tenant tenant) {
        return now.map(it -> (CallingLineIdentity) it)
                .<Policy>map(it -> new CallingLineIdentity(
                        name,
                        shown.substitute(),
                        shown.account(),
                        it.userMayHide(),
                        it.blocksIncomingCallerId(),
                        it.companyName()))
                .orElseGet(() -> new Policy.Unread(name, kind(), "there is no such policy"));
    }
}
