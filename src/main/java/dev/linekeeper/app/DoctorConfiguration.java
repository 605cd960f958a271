package dev.linekeeper.app;

import dev.linekeeper.adapter.graph.GraphBackend;
import dev.linekeeper.adapter.powershell.PowerShellBackend;
import dev.linekeeper.adapter.teams.BotCheckupConfiguration;
import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.digest.AdminChannel;
import dev.linekeeper.chat.digest.NewsCheckup;
import dev.linekeeper.chat.notifications.ApproverReachCheckup;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.service.bulk.FreezeCheckup;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.checkup.JudgementCheckup;
import dev.linekeeper.service.checkup.ModeCheckup;
import dev.linekeeper.service.checkup.RolesCheckup;
import dev.linekeeper.service.checkup.TenantCheckup;
import dev.linekeeper.service.mode.ModeSwitch;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.service.tenant.reading.TenantReader;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The checks of {@code doctor}, in the order in which they are shown. */
@Configuration(proxyBeanMethods = false)
@Import(BotCheckupConfiguration.class)
class DoctorConfiguration {
    /** {@code others} are those of store, jobs and bot; absent parts are not checked. */
    @Bean
    Doctor doctor(
            LinekeeperProperties settings,
            Roles roles,
            ObjectProvider<Addresses> addresses,
            ObjectProvider<AdminChannel> channel,
            TenantReader tenantReader,
            JudgementSettings judgement,
            TenantPorts ports,
            Capabilities capabilities,
            ObjectProvider<GraphBackend> graph,
            ObjectProvider<PowerShellBackend> powerShell,
            Clock clock,
            ObjectProvider<ModeSwitch> mode,
            List<Checkup> others) {
        var checks = new ArrayList<Checkup>();
        checks.add(new ModeCheckup(
                () -> mode.stream()
                        .findFirst()
                        .map(ModeSwitch::get)
                        .orElse(settings.modeLimits().start()),
                () -> Stream.of(Role.OWNER, Role.ADMIN)
                        .flatMap(role -> roles.holders(role).stream())
                        .collect(Collectors.toSet())));
        checks.add(new FreezeCheckup(settings.bulk().windows(), clock));
        checks.add(new RolesCheckup(
                ports.directory(), roles::groups, settings.approval().policy()));
        addresses.ifAvailable(book -> {
            checks.add(new ApproverReachCheckup(roles, book));
            channel.ifAvailable(chosen -> checks.add(new NewsCheckup(chosen, roles, book)));
        });
        checks.add(new JudgementCheckup(tenantReader, judgement));
        checks.add(new TenantCheckup(ports.organisation(), capabilities));
        graph.ifAvailable(backend -> checks.add(backend.checkup()));
        powerShell.ifAvailable(backend -> checks.add(backend.checkup()));
        checks.addAll(others);
        return new Doctor(checks);
    }
}
