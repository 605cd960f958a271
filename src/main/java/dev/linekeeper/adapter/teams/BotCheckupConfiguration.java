package dev.linekeeper.adapter.teams;

import com.azure.core.credential.TokenCredential;
import dev.linekeeper.adapter.teams.auth.BotCheckup;
import dev.linekeeper.adapter.teams.auth.BotIdentity;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.settings.LinekeeperProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The look at the bot's identity alone, without an endpoint: the command line wants it too. */
@Configuration(proxyBeanMethods = false)
public class BotCheckupConfiguration {
    @Bean
    Checkup botCheckup(
            LinekeeperProperties settings,
            @Qualifier(TeamsConfiguration.BOT_CREDENTIAL) ObjectProvider<TokenCredential> credential) {
        return new BotCheckup(
                BotIdentity.of(settings.bot()),
                settings,
                self -> credential.getIfAvailable(() -> self.app().credential()));
    }
}
