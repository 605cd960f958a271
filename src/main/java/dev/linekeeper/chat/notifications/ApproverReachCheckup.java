package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import java.util.List;
import java.util.Set;

/** Checks how many approvers have a chat with the bot; the others do not hear of a request. */
public final class ApproverReachCheckup implements Checkup {
    private final Roles roles;
    private final Addresses addresses;

    public ApproverReachCheckup(Roles roles, Addresses addresses) {
        this.roles = roles;
        this.addresses = addresses;
    }

    @Override
    public List<SetupCheck> checks() {
        Set<UserId> approvers = roles.holders(Role.APPROVER);
        long reached = approvers.stream()
                .filter(approver -> addresses.find(approver).isPresent())
                .count();
        return List.of(SetupCheck.of(
                "reach",
                reached > 0 && reached == approvers.size() ? CheckState.GOOD : CheckState.ATTENTION,
                "%d / %d".formatted(approvers.size(), approvers.size()),
                Explanation.of("doctor.found.reached", reached, approvers.size())));
    }
}
