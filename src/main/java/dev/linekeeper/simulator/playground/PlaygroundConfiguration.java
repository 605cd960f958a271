package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.BotClient;
import dev.linekeeper.simulator.playground.chat.Personas;
import dev.linekeeper.simulator.playground.chat.PlaygroundConversations;
import dev.linekeeper.simulator.playground.chat.TeamsActivities;
import dev.linekeeper.simulator.playground.chat.Transcript;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Wires the playground, which is there while the bot has no identity; {@link Personas} come from the tenant. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("@environment.getProperty('linekeeper.bot.app-id', '').isBlank()")
@Import({
    BotInstallation.class,
    BotMessages.class,
    ButtonPresses.class,
    ChatController.class,
    ConnectorController.class,
    PlaygroundError.ErrorResponses.class,
    FilesController.class,
    PageController.class,
    PageNotices.class,
    PageViews.class,
    PersonaMessages.class,
    TeamsActivities.class,
    Transcript.class
})
public class PlaygroundConfiguration implements WebMvcConfigurer {
    private static final Logger log = LoggerFactory.getLogger(PlaygroundConfiguration.class);

    /** The address of this server for the bot; available once the port is known. */
    interface Server extends Supplier<URI> {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LocalPageFilter()).addPathPatterns("/", "/playground/**", "/connector/**");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/playground/page/**").addResourceLocations("classpath:/playground/");
    }

    @Bean
    Server playgroundServer(Environment environment) {
        return () -> URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /** Logs the address of the page after start-up. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> playgroundAddress(Environment environment) {
        return _ -> log.info(
                "event=ready page=http://localhost:{} hint=\"open it in a browser; stop with Ctrl+C\"",
                environment.getRequiredProperty("local.server.port"));
    }

    /** Allows semicolons in paths: conversation ids of channel threads have one. */
    @Bean
    HttpFirewall playgroundFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    @Bean
    PlaygroundConversations playgroundRooms(ObjectProvider<Personas> personas) {
        return new PlaygroundConversations(
                () -> personas.getIfAvailable(() -> new Personas("", "No tenant", List.of())));
    }

    @Bean
    BotClient playgroundBotClient(Server server, JsonMapper json) {
        return new BotClient(() -> server.get().resolve("/api/messages"), json);
    }

    /** Closes event streams, which would keep the server from stopping. */
    @Bean
    ApplicationListener<ContextClosedEvent> playgroundClosing(PageNotices notices) {
        return _ -> notices.close();
    }
}
