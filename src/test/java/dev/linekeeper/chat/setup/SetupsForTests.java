package dev.linekeeper.chat.setup;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.notifications.ApproverReachCheckup;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.checkup.RolesCheckup;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.setup.RoleGroupChoice;
import dev.linekeeper.service.setup.RoleGroupsInForce;
import dev.linekeeper.service.tenant.Directory;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** An owner's first steps over a real store; the checks are those of roles and whom cards reach. */
public final class SetupsForTests {
    private SetupsForTests() {}

    public static SetupCommands commands(
            OpenedStore store,
            RoleGroupsInForce groups,
            Roles roles,
            Directory directory,
            DisplayNames names,
            Supplier<OperatingMode> mode,
            Clock clock) {
        var doctor = new Doctor(List.of(
                new RolesCheckup(directory, roles::groups, Sample.POLICY),
                new ApproverReachCheckup(roles, store.addresses())));
        return new SetupCommands(
                new SetupCards(doctor, groups, mode),
                new RoleGroupChoice(
                        groups, store.roleGroups(), roles, directory, store.trail(), store.transactions(), clock),
                new TestCards(store.news(), store.messages(), roles, store.addresses(), names, clock),
                new ConsentLinks("organizations", List.of()),
                directory);
    }
}
