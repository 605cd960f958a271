package dev.linekeeper.service.setup;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.time.Instant;
import java.util.Map;

/** Keeps the group that was chosen for a role, for all replicas. */
public interface RoleGroupStore {
    /** For a process that has not opened the database: what was chosen is not known there. */
    RoleGroupStore CLOSED = new RoleGroupStore() {
        @Override
        public Map<Role, ChosenGroup> chosen() {
            throw new BackendFailure(
                    FailureKind.TRANSIENT, "The groups that were chosen are in the database, which is not open here");
        }

        @Override
        public void keep(Role role, ChosenGroup group) {
            chosen();
        }
    };

    /** Who chose it is in the audit trail alone. */
    record ChosenGroup(GroupId group, Instant at) {}

    /** The groups by role; a role for which nobody chose has none. */
    Map<Role, ChosenGroup> chosen();

    /** Keeps this group instead of the one before. */
    void keep(Role role, ChosenGroup group);
}
