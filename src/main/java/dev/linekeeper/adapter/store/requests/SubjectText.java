package dev.linekeeper.adapter.store.requests;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;

/** What a request is about, as a text: the object id of a person, as ever, or {@code policy:London}, which is none. */
public final class SubjectText {
    private static final String POLICY = "policy:";

    private SubjectText() {}

    /** The same for a policy however its name is written; of a person the id. */
    public static String key(Subject subject) {
        return AnyCase.folded(of(subject));
    }

    static String of(Subject subject) {
        return switch (subject) {
            case UserId person -> person.value();
            case PolicyName name -> POLICY + name;
        };
    }

    static Subject read(String text) {
        return text.startsWith(POLICY) ? new PolicyName(text.substring(POLICY.length())) : new UserId(text);
    }
}
