package dev.linekeeper.app;

import dev.linekeeper.adapter.graph.GraphBackend;
import dev.linekeeper.adapter.powershell.PowerShellBackend;
import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.ReachCheckup;
import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.Doctor;
import dev.linekeeper.service.checkup.JudgementCheckup;
import dev.linekeeper.service.checkup.ModeCheckup;
import dev.linekeeper.service.checkup.RolesCheckup;
import dev.linekeeper.service.checkup.TenantCheckup;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Readings;
import dev.linekeeper.service.tenant.TenantPorts;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the doctor looks at, in the order in which an owner reads it; the store and the jobs add theirs. */
@Configuration(proxyBeanMethods = false)
class CheckupConfiguration {
    @Bean
    Doctor doctor(List<Checkup> rooms) {
        return new Doctor(rooms);
    }

    @Bean
    @Order(1)
    Checkup modeCheckup(LinekeeperProperties settings) {
        return new ModeCheckup(settings::mode);
    }

    @Bean
    @Order(2)
    Checkup rolesCheckup(TenantPorts ports, LinekeeperProperties settings) {
        return new RolesCheckup(ports.directory(), settings.roles().byRole());
    }

    @Bean
    @Order(3)
    Checkup reachCheckup(
            ObjectProvider<Addresses> addresses, TenantPorts ports, LinekeeperProperties settings, Clock clock) {
        var roles = new Roles(ports.directory(), settings.roles().byRole(), clock, Duration.ZERO);
        return () -> addresses.stream()
                .flatMap(book -> new ReachCheckup(roles, book).checks().stream())
                .toList();
    }

    @Bean
    @Order(4)
    Checkup judgementCheckup(
            ObjectProvider<Readings> readings,
            TenantPorts ports,
            LinekeeperProperties settings,
            Settings judgement,
            Clock clock) {
        return new JudgementCheckup(
                readings.getIfAvailable(() -> ports.readings(clock, settings.snapshotAge())),
                judgement);
    }

    @Bean
    @Order(5)
    Checkup tenantCheckup(TenantPorts ports, Capabilities capabilities) {
        return new TenantCheckup(ports.organisation(), capabilities);
    }

    @Bean
    @Order(6)
    Checkup graphCheckup(ObjectProvider<GraphBackend> graph) {
        return () -> graph.stream()
                .flatMap(backend -> backend.checkup().checks().stream())
                .toList();
    }

    @Bean
    @Order(7)
    Checkup powerShellCheckup(ObjectProvider<PowerShellBackend> powerShell) {
        return () -> powerShell.stream()
                .flatMap(backend -> backend.checkup().checks().stream())
                .toList();
    }
}
