package dev.linekeeper.service.tenant;

/** Something that answers for a tenant. Every method of every port may throw {@link BackendFailure} and nothing else. */
public interface Backend {
    /** Who answers, as a card shows it: "Microsoft Graph", "Teams PowerShell", "tenant file". */
    String source();
}
