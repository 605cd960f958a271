package dev.linekeeper.core.tenant.person;

/** What kind of account Teams takes someone for (Graph's {@code teamsUserConfiguration.accountType}). */
public enum AccountType {
    USER,
    RESOURCE_ACCOUNT,
    GUEST,
    SFB_ON_PREM_USER,
    INELIGIBLE_USER,
    UNKNOWN
}
