package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.UserId;

/**
 * Brings the bot's app to people who do not have it, so that it may write to them first. Teams then tells the bot of
 * the new chat, as if they had added it themselves.
 */
public interface AppInstallations extends Backend {
    /** Makes sure that the app is installed for the person; that it is there already is fine. */
    AppInstallation ensure(UserId person);

    enum AppInstallation {
        NOW,
        ALREADY
    }
}
