package dev.linekeeper.simulator.playground;

import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The playground alone on a free port, with a scripted bot behind it; {@code main} keeps it up to look at. */
final class PlaygroundServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private PlaygroundServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static PlaygroundServer start(String... arguments) {
        return new PlaygroundServer(new SpringApplicationBuilder(Application.class)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.config.name=none",
                        "spring.main.banner-mode=off")
                .run(arguments));
    }

    public static void main(String[] args) {
        start("--server.port=4121");
    }

    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    ScriptedBot bot() {
        return context.getBean(ScriptedBot.class);
    }

    /** Forgets everything said so far. */
    void startOver() {
        context.getBean(ChatController.class).startOver();
    }

    /** Whether everybody has been greeted; until then nobody is told of messages for others. */
    boolean hasGreetedEverybody() {
        var transcript = context.getBean(Transcript.class);
        return Contoso.PERSONAS.people().stream()
                .noneMatch(person ->
                        transcript.of(PlaygroundConversation.with(person)).isEmpty());
    }

    @Override
    public void close() {
        context.close();
    }

    /** No component, so that the scan of the whole application does not find it. */
    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @Import({PlaygroundConfiguration.class})
    static class Application {
        @Bean
        @Primary
        Personas contoso() {
            return Contoso.PERSONAS;
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ScriptedBot scriptedBot() {
            return new ScriptedBot();
        }

        @Bean
        RouterFunction<ServerResponse> botRoute(ScriptedBot bot) {
            return bot.route();
        }
    }
}
