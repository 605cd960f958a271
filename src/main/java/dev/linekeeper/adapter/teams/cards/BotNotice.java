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
    NOT_DELIVERED("teams.notDelivered"),
    TOO_LARGE("teams.tooLarge"),
    REPLY_LOST("teams.replyLost"),
    MESSAGE_LOST("teams.messageLost"),
    WHO_IS_MEANT("teams.whoIsMeant"),
    A_MOMENT("teams.aMoment"),
    FILE_BELOW("teams.fileBelow");

    private final String key;

    BotNotice(String key) {
        this.key = key;
    }

    /** The key of its message. */
    public String key() {
        return key;
    }

    public String in(Locale locale) {
        return Wording.of(locale).say(key);
    }
}
