package dev.linekeeper.adapter.teams;

import java.util.Locale;
import java.util.ResourceBundle;

/** The few sentences this room says itself, because no command is there to say them. */
enum Notices {
    RECEIVED("teams.received"),
    STRANGER("teams.stranger"),
    NO_CHAT("teams.noChat"),
    NOT_DELIVERED("teams.notDelivered");

    private final String key;

    Notices(String key) {
        this.key = key;
    }

    String in(Locale locale) {
        return ResourceBundle.getBundle(
                        "i18n.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key)
                .replace("''", "'");
    }
}
