package dev.linekeeper.chat;

/** Verbs of commands that buttons of other cards carry. A test compares them with the commands there are. */
final class Verbs {
    static final String CHECK = "check";
    static final String EMERGENCY = "emergency";
    static final String ENROL = "enrol";
    static final String EXPORT = "export";
    static final String REQUEST = "request";
    static final String UNDO = "undo";

    private Verbs() {}
}
