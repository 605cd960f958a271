package dev.linekeeper.core.readiness;

import java.util.List;

/** All rules, put together for each subject they judge. */
final class Rules {
    static final Catalogue<TenantCase> OF_A_TENANT = new Catalogue<>(List.of());
    static final Catalogue<AccountCase> OF_AN_ACCOUNT = new Catalogue<>(List.of());
    static final Catalogue<PolicyCase> OF_A_POLICY = new Catalogue<>(List.of());
    static final Catalogue<PersonCase> OF_A_PERSON = new Catalogue<>(UserRules.ALL);

    private Rules() {}
}
