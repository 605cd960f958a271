package dev.linekeeper.simulator.playground;

import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.simulator.state.OpenedTenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The personas of the playground. */
@Configuration(proxyBeanMethods = false)
public class PersonasConfiguration {
    private static final int PROMPTS = 6;
    private static final Duration ROLES_CACHED = Duration.ofMinutes(1);

    /**
     * The personas with their prompts. Those of a tenant file are read from it directly, so that the page does not wait for
     * the adapters; those of a real tenant are read when the page is first opened.
     */
    @Bean
    @Lazy
    Personas personas(
            ObjectProvider<OpenedTenant> file,
            TenantPorts configured,
            Roles configuredRoles,
            LinekeeperProperties settings,
            Clock clock) {
        var ports = Optional.ofNullable(file.getIfAvailable())
                .map(tenant -> tenant.model().ports())
                .orElse(configured);
        var directory = ports.directory();
        var roles = new Roles(directory, configuredRoles.groups(), clock, ROLES_CACHED);
        List<Persona> people = settings.playground().personas().stream()
                .flatMap(name -> directory.findByPrincipalName(name).stream())
                .map(person -> persona(person, roles.of(person.id())))
                .toList();
        return new Personas(
                ports.organisation().tenantId(), ports.organisation().displayName(), people);
    }

    private static Persona persona(DirectoryEntry person, Set<Role> roles) {
        var shown = roles.stream().map(PersonasConfiguration::shown).toList();
        var captions = shown.stream()
                .map(ShownRole::caption)
                .filter(caption -> !caption.isEmpty())
                .collect(Collectors.joining(", "));
        return new Persona(
                person.id().value(),
                person.displayName(),
                captions.isEmpty() ? person.department().orElse("") : captions,
                person.userPrincipalName(),
                shown.reversed().stream()
                        .flatMap(role -> role.prompts().stream())
                        .distinct()
                        .limit(PROMPTS)
                        .toList());
    }

    /** What a role is called on the page, and sentences to try with it in the built-in demo tenant. */
    private record ShownRole(String caption, List<String> prompts) {}

    private static ShownRole shown(Role role) {
        return switch (role) {
            case USER -> new ShownRole("", List.of("what's my caller ID", "emergency", "whoami", "help"));
            case HELPDESK ->
                new ShownRole("Helpdesk", List.of("why can't diego call", "check diego", "caller id of diego"));
            case ADMIN ->
                new ShownRole("Voice admin", List.of("enrol adele with London", "check all", "why can't diego call"));
            case APPROVER -> new ShownRole("Approver", List.of("requests"));
            case AUDITOR -> new ShownRole("Auditor", List.of("requests", "audit adele", "policies"));
            case OWNER -> new ShownRole("Owner", List.of("doctor"));
        };
    }
}
