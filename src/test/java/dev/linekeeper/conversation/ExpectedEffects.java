package dev.linekeeper.conversation;

import java.util.Map;
import java.util.Set;

/** What every verb does for whom, written by hand: never from what the code says of its own roles. */
public final class ExpectedEffects {
    private static final Set<String> EVERYONE = Set.of("admin", "approver", "helpdesk", "auditor", "owner", "user");

    /** Who may use each verb; for everybody else nothing happens. */
    public static final Map<String, Set<String>> VERBS = Map.ofEntries(
            Map.entry("hello", EVERYONE),
            Map.entry("help", EVERYONE),
            Map.entry("whoami", EVERYONE),
            Map.entry("leave", EVERYONE),
            Map.entry("my-caller-id", EVERYONE),
            Map.entry("my-calling", EVERYONE),
            Map.entry("my-emergency", EVERYONE),
            Map.entry("check", Set.of("admin", "helpdesk")),
            Map.entry("plan", Set.of("admin", "helpdesk")),
            Map.entry("caller-id", Set.of("admin", "helpdesk")),
            Map.entry("emergency", Set.of("admin", "helpdesk")),
            Map.entry("why", Set.of("admin", "helpdesk")),
            Map.entry("impact", Set.of("admin", "helpdesk", "auditor")),
            Map.entry("lookup", Set.of("admin", "helpdesk", "auditor")),
            Map.entry("numbers", Set.of("admin", "helpdesk", "auditor")),
            Map.entry("reserve", Set.of("admin")),
            Map.entry("reservations", Set.of("admin", "helpdesk", "auditor")),
            Map.entry("cancel-reservation", Set.of("admin")),
            Map.entry("policies", Set.of("admin", "helpdesk", "auditor")),
            Map.entry("accounts", Set.of("admin", "helpdesk", "auditor")),
            Map.entry("forecast", Set.of("admin", "helpdesk", "auditor", "owner")),
            Map.entry("cost", Set.of("admin", "helpdesk", "auditor", "owner")),
            Map.entry("guide", Set.of("admin", "approver", "helpdesk", "auditor", "owner")),
            Map.entry("requests", Set.of("admin", "approver", "helpdesk", "auditor")),
            Map.entry("request", Set.of("admin", "approver", "helpdesk", "auditor")),
            Map.entry("people-named", Set.of("admin", "approver", "helpdesk", "auditor")),
            Map.entry("people", Set.of("admin", "approver", "helpdesk", "auditor")),
            Map.entry("enrol", Set.of("admin")),
            Map.entry("move", Set.of("admin")),
            Map.entry("remove", Set.of("admin")),
            Map.entry("undo", Set.of("admin")),
            Map.entry("enrol-list", Set.of("admin")),
            Map.entry("enrol-group", Set.of("admin")),
            Map.entry("enrol-department", Set.of("admin")),
            Map.entry("enrol-everyone", Set.of("admin")),
            Map.entry("like", Set.of("admin", "helpdesk")),
            Map.entry("imports", Set.of("admin")),
            Map.entry("import", Set.of("admin")),
            Map.entry("import-policy", Set.of("admin")),
            Map.entry("import-rows", Set.of("admin")),
            Map.entry("import-report", Set.of("admin")),
            Map.entry("import-ask", Set.of("admin")),
            Map.entry("import-cancel", Set.of("admin")),
            Map.entry("temporary", Set.of("admin", "approver", "helpdesk", "auditor")),
            Map.entry("extend", EVERYONE),
            Map.entry("leavers", Set.of("admin", "helpdesk", "auditor")),
            Map.entry("remove-leavers", Set.of("admin")),
            Map.entry("ignore", Set.of("admin")),
            Map.entry("watched-groups", Set.of("admin", "helpdesk", "auditor")),
            Map.entry("newcomers", Set.of("admin")),
            Map.entry("stop-watching", Set.of("admin")),
            Map.entry("attestations", Set.of("admin", "helpdesk", "auditor")),
            Map.entry("attest", Set.of("admin")),
            Map.entry("test-call", Set.of("admin")),
            Map.entry("test-calls", Set.of("admin", "helpdesk", "auditor")),
            Map.entry("test-call-worked", Set.of("admin")),
            Map.entry("test-call-failed", Set.of("admin")),
            Map.entry("test-call-not-made", Set.of("admin")),
            Map.entry("withdraw", Set.of("admin")),
            Map.entry("history", Set.of("admin", "helpdesk", "auditor")),
            Map.entry("restore", Set.of("admin")),
            Map.entry("give", Set.of("admin")),
            Map.entry("give-list", Set.of("admin")),
            Map.entry("set-up", Set.of("admin")),
            Map.entry("new-account", Set.of("admin")),
            Map.entry("site-choices", Set.of("admin")),
            Map.entry("sites", Set.of("admin", "helpdesk", "auditor", "owner")),
            Map.entry("close-site", Set.of("admin")),
            Map.entry("new-policy", Set.of("admin")),
            Map.entry("change-policy", Set.of("admin")),
            Map.entry("remove-policy", Set.of("admin")),
            Map.entry("fix", Set.of("admin")),
            Map.entry("grant-to-number", Set.of("admin")),
            Map.entry("take-from-number", Set.of("admin")),
            Map.entry("release-number", Set.of("admin")),
            Map.entry("rename-policy", Set.of("admin")),
            Map.entry("grant-to-group", Set.of("admin")),
            Map.entry("grant-to-everybody", Set.of("admin")),
            Map.entry("take-from-group", Set.of("admin")),
            Map.entry("drift", Set.of("admin", "approver", "helpdesk", "auditor", "owner")),
            Map.entry("drift-one", Set.of("admin", "approver", "helpdesk", "auditor", "owner")),
            Map.entry("drift-people", Set.of("admin", "approver", "helpdesk", "auditor", "owner")),
            Map.entry("drift-report", Set.of("admin", "approver", "helpdesk", "auditor", "owner")),
            Map.entry("drift-accept", Set.of("admin", "owner")),
            Map.entry("drift-put-back", Set.of("admin")),
            Map.entry("drift-ask", Set.of("admin")),
            Map.entry("override", Set.of("admin")),
            Map.entry("overrides", Set.of("admin", "approver", "helpdesk", "auditor", "owner")),
            Map.entry("override-approve", Set.of("approver")),
            Map.entry("override-deny", Set.of("approver")),
            Map.entry("override-close", Set.of("admin")),
            Map.entry("done", Set.of("admin")),
            Map.entry("export", Set.of("admin", "approver", "auditor")),
            Map.entry("approve", Set.of("approver")),
            Map.entry("confirm", Set.of("approver")),
            Map.entry("deny", Set.of("approver")),
            Map.entry("cancel", Set.of("admin")),
            Map.entry("retry", Set.of("admin", "approver")),
            Map.entry("result", Set.of("admin", "approver", "helpdesk", "auditor")),
            Map.entry("approve-these", Set.of("approver")),
            Map.entry("pause", Set.of("admin", "approver", "owner")),
            Map.entry("resume", Set.of("admin", "approver")),
            Map.entry("stop", Set.of("admin", "approver", "owner")),
            Map.entry("audit", Set.of("auditor")),
            Map.entry("evidence", Set.of("auditor")),
            Map.entry("digest", Set.of("admin", "helpdesk", "auditor", "owner")),
            Map.entry("news", Set.of("admin", "owner")),
            Map.entry("news-here", Set.of("admin", "owner")),
            Map.entry("news-in-person", Set.of("admin", "owner")),
            Map.entry("mode", Set.of("admin", "approver", "helpdesk", "auditor", "owner")),
            Map.entry("mode-switch", Set.of("admin", "owner")),
            Map.entry("choose-approvers", Set.of("owner")),
            Map.entry("choose-voice-admins", Set.of("owner")),
            Map.entry("test-cards", Set.of("owner")),
            Map.entry("consent-link", Set.of("admin", "owner")),
            Map.entry("doctor", Set.of("admin", "owner")));

    /** Verbs that decide a request; the sentence for each. */
    public static final Map<String, String> DECISIONS = Map.of(
            "approve", "approve %d",
            "confirm", "confirm %d",
            "deny", "deny %d because no",
            "cancel", "cancel %d",
            "retry", "retry %d",
            "resume", "resume %d",
            "stop", "stop %d");

    /** Of a request by itself no card has a button for these, and stopping it is cancelling it, which only its requester may. */
    private static final Map<String, Set<String>> TYPED_BY =
            Map.of("resume", Set.of("admin", "approver"), "stop", Set.of("admin"));

    private ExpectedEffects() {}

    /** A decision is taken in a personal chat, typed or by the card's own token, and in no other way. */
    static boolean decides(String verb, String role, String place, String how) {
        return DECISIONS.containsKey(verb)
                && TYPED_BY.getOrDefault(verb, VERBS.get(verb)).contains(role)
                && place.equals("personal")
                && (how.equals("typed") || how.equals("own token") && !TYPED_BY.containsKey(verb));
    }
}
