package dev.linekeeper.chat.digest;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import java.util.List;

/** Checks that news reaches somebody: a channel, or voice admins who have a chat with the bot. */
public record NewsCheckup(AdminChannel channel, Roles roles, Addresses addresses) implements Checkup {
    @Override
    public List<SetupCheck> checks() {
        return List.of(channel.find()
                .map(chosen -> check(CheckState.GOOD, Explanation.of("doctor.found.news-channel", chosen.since())))
                .orElseGet(this::inPerson));
    }

    private SetupCheck inPerson() {
        var admins = roles.holders(Role.ADMIN);
        long reached = admins.stream()
                .filter(admin -> addresses.find(admin).isPresent())
                .count();
        return check(
                reached == 0 ? CheckState.ATTENTION : CheckState.GOOD,
                Explanation.of("doctor.found.news-in-person", reached, admins.size()));
    }

    private static SetupCheck check(CheckState state, Explanation found) {
        return SetupCheck.of("news", state, "", found);
    }
}
