package dev.linekeeper.service.tenant;

/** Policies granted to single numbers of people who hold several (rule USR-13). */
public interface PhoneNumberPolicies extends Backend {
    LinePolicyList sharedCalling();
}
