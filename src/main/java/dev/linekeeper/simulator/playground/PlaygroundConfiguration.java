package dev.linekeeper.simulator.playground;

import java.net.URI;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the playground, which is there while the bot has no identity; {@link Personas} come from the tenant. */
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
}
