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

/** The check of the bot's identity, without an endpoint, as the command line needs it. */
@Configuration(proxyBeanMethods = false)
public class BotCheckupConfiguration {
    @Bean
    Checkup botCheckup(
            LinekeeperProperties settings,
            @Qualifier(TeamsConfiguration.BOT_CREDENTIAL) ObjectProvider<TokenCredential> credential) {
        return new BotCheckup(
                BotIdentity.of(settings.bot()), settings, bot -> credential.getIfAvailable(bot.app()::credential));
    }
}
