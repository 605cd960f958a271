package dev.linekeeper.app;

import dev.linekeeper.adapter.graph.GraphBackend;
import dev.linekeeper.chat.mode.LiveWishCards;
import dev.linekeeper.chat.mode.ModeCommands;
import dev.linekeeper.chat.override.OverrideCards;
import dev.linekeeper.chat.override.OverrideCommands;
import dev.linekeeper.chat.override.OverrideNotes;
import dev.linekeeper.chat.override.OverrideNotifications;
import dev.linekeeper.chat.setup.ConsentLinks;
import dev.linekeeper.chat.setup.FirstRun;
import dev.linekeeper.chat.setup.SetupCards;
import dev.linekeeper.chat.setup.SetupCommands;
import dev.linekeeper.chat.setup.TestCards;
import dev.linekeeper.service.setup.RoleGroupChoice;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.LinekeeperProperties.BotSettings.Credential;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What owners see to in chat: first steps, the mode, and overrides of emergency gaps. */
@Configuration(proxyBeanMethods = false)
@Import({
    FirstRun.class,
    LiveWishCards.class,
    ModeCommands.class,
    OverrideCards.class,
    OverrideCommands.class,
    OverrideNotes.class,
    OverrideNotifications.class,
    RoleGroupChoice.class,
    SetupCards.class,
    SetupCommands.class,
    TestCards.class
})
class OversightConfiguration {
    /** For the registrations that have a page for it: a managed identity has none, and without a tenant there is nothing to consent to. */
    @Bean
    ConsentLinks consentLinks(LinekeeperProperties settings, ObjectProvider<GraphBackend> graph) {
        var apps = Stream.of(
                        settings.graph().reads(),
                        settings.graph().writes(),
                        settings.bot().app())
                .filter(app -> graph.stream().findAny().isPresent() && app.credential() != Credential.MANAGED_IDENTITY)
                .flatMap(app -> Stream.ofNullable(app.appId()))
                .toList();
        return new ConsentLinks(
                Objects.requireNonNullElse(
                        settings.graph().tenantId(),
                        Objects.requireNonNullElse(settings.bot().tenantId(), "organizations")),
                apps);
    }
}
