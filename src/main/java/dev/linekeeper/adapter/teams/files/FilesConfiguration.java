package dev.linekeeper.adapter.teams.files;

import dev.linekeeper.adapter.teams.auth.BotIdentity;
import dev.linekeeper.adapter.teams.connector.HostPatterns;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires what fetches and uploads files. */
@Configuration(proxyBeanMethods = false)
@Import(FileTransfers.class)
public class FilesConfiguration {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Bean
    FileHttp fileHttp(BotIdentity identity, LinekeeperProperties settings) {
        boolean servesThisMachineOnly = identity instanceof BotIdentity.UnregisteredBot;
        var hosts = new HostPatterns(settings.files().hosts());
        return FileHttp.on(new FileAddresses(hosts, servesThisMachineOnly), LONGEST);
    }
}
