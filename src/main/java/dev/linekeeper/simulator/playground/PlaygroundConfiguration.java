package dev.linekeeper.simulator.playground;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
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

/** Puts the playground together; {@link Personas} come from the tenant. */
@Configuration(proxyBeanMethods = false)
@PlaygroundOnly
@Import({
    ChatController.class,
    ConnectorController.class,
    Faults.class,
    FilesController.class,
    PageController.class
})
public class PlaygroundConfiguration implements WebMvcConfigurer {
    private static final Logger log = LoggerFactory.getLogger(PlaygroundConfiguration.class);
    private static final Executor BACKGROUND = Thread::startVirtualThread;

    /** This server as the bot reaches it; known once the port is. */
    interface Server extends Supplier<URI> {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LocalOnly()).addPathPatterns("/", "/playground/**", "/connector/**");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/playground/page/**").addResourceLocations("classpath:/playground/");
    }

    @Bean
    Server playgroundServer(Environment environment) {
        return () -> URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /** Somebody who has just started it wants to know where to look. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> playgroundAddress(Environment environment) {
        return _ -> log.info(
                "event=ready page=http://localhost:{} hint=\"open it in a browser; stop with Ctrl+C\"",
                environment.getRequiredProperty("local.server.port"));
    }

    /** Threads of a channel have a semicolon in their conversation id, which stands in the connector's paths. */
    @Bean
    HttpFirewall playgroundFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    @Bean
    Rooms playgroundRooms(ObjectProvider<Personas> personas) {
        return new Rooms(() -> personas.getIfAvailable(() -> new Personas("", "No tenant", List.of())));
    }

    @Bean
    Transcript playgroundTranscript(ObjectProvider<Clock> clock) {
        return new Transcript(clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Files playgroundFiles() {
        return new Files();
    }

    @Bean
    Live playgroundLive() {
        return new Live();
    }

    @Bean
    Views playgroundViews(Rooms rooms, Transcript transcript, ObjectProvider<Clock> clock) {
        return new Views(rooms, transcript, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Notices playgroundNotices(Live live, Views views) {
        return new Notices(live, views);
    }

    @Bean
    Activities playgroundActivities(Rooms rooms, Server server, ObjectProvider<Clock> clock) {
        return new Activities(rooms, server, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    BotLine playgroundBotLine(Server server, JsonMapper json) {
        return new BotLine(() -> server.get().resolve("/api/messages"), json);
    }

    @Bean
    Sending playgroundSending(
            Transcript transcript, Notices notices, Activities activities, BotLine bot, ObjectProvider<Clock> clock) {
        return new Sending(transcript, notices, activities, bot, BACKGROUND, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Pressing playgroundPressing(
            Transcript transcript,
            Notices notices,
            Activities activities,
            BotLine bot,
            Sending sending,
            Server server,
            ObjectProvider<Clock> clock) {
        return new Pressing(
                transcript, notices, activities, bot, sending, server, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Receiving playgroundReceiving(Transcript transcript, Notices notices, ObjectProvider<Clock> clock) {
        return new Receiving(transcript, notices, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Installing playgroundInstalling(
            Rooms rooms, Transcript transcript, Notices notices, Activities activities, BotLine bot) {
        return new Installing(rooms, transcript, notices, activities, bot, BACKGROUND);
    }

    @Bean
    Desks playgroundDesks(
            Rooms rooms,
            Transcript transcript,
            Views views,
            Notices notices,
            Installing installing,
            Activities activities) {
        return new Desks(rooms, transcript, views, notices, installing, activities);
    }

    /** Open pages would keep the server from stopping. */
    @Bean
    ApplicationListener<ContextClosedEvent> playgroundClosing(Live live) {
        return _ -> live.close();
    }
}
