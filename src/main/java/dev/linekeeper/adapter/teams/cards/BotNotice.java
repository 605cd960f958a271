package dev.linekeeper.adapter.teams.cards;

import dev.linekeeper.chat.Wording;
import java.util.Locale;

/** Texts of the bot outside the answers of commands, each with its message key. */
public enum BotNotice {
    RECEIVED("teams.received"),
    STRANGER("teams.stranger"),
    CANNOT_TELL("teams.cannotTell"),
    NO_CHAT("teams.noChat"),
    BLOCKED("teams.blocked"),
    INSTALLED("teams.installed"),
    NOT_DELIVERED("teams.notDelivered");

    private final String key;

    BotNotice(String key) {
        this.key = key;
    }

    public String in(Locale locale) {
        return Wording.of(locale).say(key);
    }
}
