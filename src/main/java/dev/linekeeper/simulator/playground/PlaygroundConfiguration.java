package dev.linekeeper.simulator.playground;

import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.simulator.state.OpenedTenant;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The playground, which is there while the bot has no identity. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("@environment.getProperty('linekeeper.bot.app-id', '').isBlank()")
@Import({
    BotClient.class,
    ChatController.class,
    ConnectorController.class,
    PlaygroundError.ErrorResponses.class,
    FilesController.class,
    PageNotices.class,
    PersonaActions.class,
    TeamsActivities.class,
    Transcript.class
})
public class PlaygroundConfiguration implements WebMvcConfigurer {
    private static final Logger log = LoggerFactory.getLogger(PlaygroundConfiguration.class);
    private static final int PROMPTS = 6;
    private static final Duration ROLES_CACHED = Duration.ofMinutes(1);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LocalPageFilter()).addPathPatterns("/", "/playground/**", "/connector/**");
    }

    /** The page; when the build could not make it, a plain page that says what is missing. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/playground/page/**")
                .addResourceLocations("classpath:/playground/", "classpath:/dev/linekeeper/simulator/page-missing/")
                .setCacheControl(CacheControl.noCache());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/playground/page/index.html");
    }

    /** The address of this server for the bot; available once the port is known. */
    @Bean
    Supplier<URI> playgroundServer(Environment environment) {
        return () -> URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /** Logs the address of the page after start-up. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> playgroundAddress(Environment environment) {
        return _ -> log.info(
                "action=ready page=http://localhost:{} hint=\"open it in a browser; stop with Ctrl+C\"",
                environment.getRequiredProperty("local.server.port"));
    }

    /** Allows semicolons in paths: conversation ids of channel threads have one. */
    @Bean
    HttpFirewall playgroundFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowSemicolon(true);
        return firewall;
    }

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
        var shown = roles.stream().map(PlaygroundConfiguration::shown).toList();
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
            case ATTESTER -> new ShownRole("Attester", List.of("attestations"));
        };
    }
}
