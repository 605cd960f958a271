package dev.linekeeper.adapter.teams;

import dev.linekeeper.chat.Wording;
import java.util.Locale;

/** Texts of the bot that no command of the chat answers with; the enum value stands for a message key. */
enum Notices {
    RECEIVED("teams.received"),
    STRANGER("teams.stranger"),
    CANNOT_TELL("teams.cannotTell"),
    NO_CHAT("teams.noChat"),
    INSTALLED("teams.installed"),
    NOT_DELIVERED("teams.notDelivered");

    private final String key;

    Notices(String key) {
        this.key = key;
    }

    String in(Locale locale) {
        return Wording.of(locale).say(key);
    }
}
