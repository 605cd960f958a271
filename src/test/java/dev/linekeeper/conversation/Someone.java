package dev.linekeeper.conversation;

/** A person who talks with the bot: their Entra object id, what they are called, and the language of their client. */
public record Someone(String objectId, String name, String locale) {
    public static Someone of(String objectId, String name) {
        return new Someone(objectId, name, "en-GB");
    }

    public Someone speaking(String locale) {
        return new Someone(objectId, name, locale);
    }

    /** Their account on the channel. */
    public String account() {
        return "29:" + objectId;
    }
}
