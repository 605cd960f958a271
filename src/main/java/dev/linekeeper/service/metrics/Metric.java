package dev.linekeeper.service.metrics;

import java.util.List;

/**
 * Every metric of ours. The list is closed, and so are the labels: none has a person, a number or a text in it.
 * {@code infra/monitoring} has alerts and a dashboard on them.
 */
public enum Metric {
    TURNS("linekeeper.turns", true, "Messages and presses that were answered", "command", "outcome"),
    TURNS_FAILED("linekeeper.turns.failed", true, "Messages and presses whose answer was an apology", "outcome"),
    NOT_UNDERSTOOD("linekeeper.sentences.not.understood", true, "Sentences that meant nothing to the bot", "language"),
    CALLS("linekeeper.backend.calls", true, "Calls that ended, by how", "surface", "operation", "kind"),
    CALL_SECONDS("linekeeper.backend.seconds", true, "Time that calls took, in seconds", "surface", "operation"),
    CALL_FAILURES("linekeeper.backend.failures", true, "Calls that failed, by why", "surface", "kind"),
    TENANT_CALLS("linekeeper.tenant.calls", true, "Calls made", "surface"),
    TENANT_WAITS("linekeeper.tenant.waits", true, "Calls that waited for the rate limit", "surface"),
    TENANT_REFUSALS("linekeeper.tenant.refusals", true, "Calls not made: the wait would have been too long", "surface"),
    TENANT_PAUSES("linekeeper.tenant.pauses", true, "Times the API asked callers to wait", "surface"),
    JOBS_DUE("linekeeper.jobs.due", false, "Jobs whose time has come and that nobody is at", "queue"),
    JOBS_OLDEST("linekeeper.jobs.oldest.seconds", false, "How long the oldest of them is due, in seconds", "queue"),
    REQUESTS("linekeeper.requests", false, "Requests that are kept, by state", "state"),
    APPROVAL_OLDEST(
            "linekeeper.approval.oldest.seconds", false, "How long the oldest request waits for approvers, in seconds"),
    MESSAGES_WAITING("linekeeper.messages.waiting", false, "Messages that wait for Teams to take them"),
    MESSAGES_OLDEST("linekeeper.messages.oldest.seconds", false, "How long the oldest of them waits, in seconds"),
    MESSAGES_UNDELIVERED("linekeeper.messages.undelivered", false, "Messages that were given up"),
    TOKENS("linekeeper.tokens", true, "Access tokens asked of Entra", "scope", "outcome"),
    TOKEN_LEFT("linekeeper.token.left.seconds", false, "How long the newest token is good, in seconds", "scope"),
    REFUSED("linekeeper.refused", true, "Requests refused before anybody knew whose they were", "why"),
    SNAPSHOT_AGE(
            "linekeeper.snapshot.age.seconds",
            false,
            "Age of the oldest part of what is known of the tenant, in seconds"),
    POWERSHELL_STARTS("linekeeper.powershell.starts", true, "PowerShell processes started, by why", "why"),
    AUDIT_RECORDS("linekeeper.audit.records", false, "Number of the newest audit record, as last found good"),
    AUDIT_BROKEN("linekeeper.audit.broken", false, "1 when the audit trail was found broken, else 0"),
    AUDIT_TROUBLE("linekeeper.audit.trouble", false, "1 when the trail could not be looked at or noted elsewhere"),
    AUDIT_VERIFIED(
            "linekeeper.audit.verified.seconds", false, "Time since the whole trail was followed and good, in seconds"),
    CERTIFICATE_DAYS("linekeeper.certificate.days", false, "Days until a certificate ends", "certificate"),
    READ("linekeeper.metrics.read", false, "1 when a source of these metrics could be read, else 0", "source");

    private final String label;
    private final boolean isCounter;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> labels;

    Metric(String label, boolean isCounter, String help, String... labels) {
        this.label = label;
        this.isCounter = isCounter;
        this.help = help;
        this.labels = List.of(labels);
    }

    /** The name with dots between its words; Prometheus has underlines there, and {@code _total} after a counter. */
    public String label() {
        return label;
    }

    /** Whether it only grows, from zero when the process starts. */
    public boolean isCounter() {
        return isCounter;
    }

    public String help() {
        return help;
    }

    public List<String> labels() {
        return labels;
    }

    /** A value of the metric, with one text a label. */
    public Measurement of(double value, String... texts) {
        return new Measurement(this, List.of(texts), value);
    }

    /** {@link #of(double, String...)} of a whole number. */
    public Measurement of(long value, String... texts) {
        return of((double) value, texts);
    }
}
