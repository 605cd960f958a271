package dev.linekeeper.core.readiness.judgement;

/** What a rule is about. Views and diagnoses pick rules by it, so a new rule appears wherever its topic does. */
public enum Topic {
    /** The person: account, licences, own numbers, dial plan, caller ID. */
    PERSON,
    /** The Shared Calling policy, voice routing and the tenant. */
    POLICY,
    /** The resource account, its number and its routes. */
    ACCOUNT,
    /** Who pays for the account's calls. */
    FUNDING,
    /** The emergency callback numbers of the Shared Calling policy. */
    CALLBACK,
    /** Emergency calls: numbers to dial, routes, addresses, who is told. */
    EMERGENCY
}
