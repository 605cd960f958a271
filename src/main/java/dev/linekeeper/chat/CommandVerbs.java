package dev.linekeeper.chat;

/** Verbs of commands that buttons of other cards carry. A test compares them with the commands there are. */
public final class CommandVerbs {
    public static final String APPROVE_THESE = "approve-these";
    public static final String CHANGE_POLICY = "change-policy";
    public static final String CHECK = "check";
    public static final String CONFIRM = "confirm";
    public static final String EMERGENCY = "emergency";
    public static final String ENROL = "enrol";
    public static final String EXPORT = "export";
    public static final String FIX = "fix";
    public static final String GIVE = "give";
    public static final String HISTORY = "history";
    public static final String LEAVE = "leave";
    public static final String MOVE = "move";
    public static final String NEW_POLICY = "new-policy";
    public static final String PEOPLE = "people";
    public static final String REMOVE = "remove";
    public static final String REQUEST = "request";
    public static final String RESTORE = "restore";
    public static final String RESULT = "result";
    public static final String TEST_CALL = "test-call";
    public static final String UNDO = "undo";

    private CommandVerbs() {}
}
