package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.AppInstallations;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the bot to people without a chat with it. Nobody waits: Teams reports the new chat later. Thread-safe.
 *
 * @param installations empty when the tenant offers none
 */
public record BotInstaller(Optional<AppInstallations> installations) {
    private static final Logger log = LoggerFactory.getLogger(BotInstaller.class);

    /**
     * Installs the bot for the person; returns why they cannot be written to now.
     *
     * @throws ConnectorFailure when it could not be tried at the moment, so that a later try may bring it to them
     */
    BotNotice install(UserId person) {
        if (installations.isEmpty()) {
            return BotNotice.NO_CHAT;
        }
        try {
            var installed = installations.get().ensure(person);
            log.info("action=install person={} outcome={}", person, installed);
            return switch (installed) {
                case NOW -> BotNotice.INSTALLED;
                case ALREADY -> BotNotice.NO_CHAT;
            };
        } catch (BackendFailure failure) {
            log.warn("action=install person={} outcome=failed kind={}", person, failure.kind());
            if (failure.worthRetrying()) {
                throw ConnectorFailure.notInstalled(failure);
            }
            return BotNotice.NO_CHAT;
        }
    }
}
