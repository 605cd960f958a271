package dev.linekeeper.service.tenant.limit;

import java.util.Locale;

/** A Microsoft API with a rate limit of its own. */
public enum RateLimitedApi {
    /** People, groups, licences and the organisation: Microsoft Entra through Graph. */
    DIRECTORY,
    /** Voice settings, policies and numbers: Graph's {@code /admin/teams}. */
    TEAMS_ADMIN,
    POWERSHELL,
    /** Installing the bot for people, so that it may write to them first. */
    APP_INSTALLATION,
    /** Messages to Teams, which takes 50 a second of a bot. */
    BOT_CONNECTOR;

    /** As the settings and the metrics write it: {@code teams-admin}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
