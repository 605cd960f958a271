package dev.linekeeper.adapter.teams;

import dev.linekeeper.chat.Wording;
import java.util.Locale;

/** The few sentences this room says itself, because no command is there to say them. */
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
