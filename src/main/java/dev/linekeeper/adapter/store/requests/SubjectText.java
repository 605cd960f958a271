package dev.linekeeper.adapter.store.requests;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import java.util.stream.Stream;

/**
 * What a request is about, as a text: the object id of a person, as ever, or with a word before it that none has, such as
 * {@code policy:London} or {@code number:+14255550110}.
 */
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
            case Groundwork it -> prefix(it.kind()) + it.name();
        };
    }

    /** Backwards; the name of a policy is written as the text has it. */
    public static Subject read(String text) {
        return text.startsWith(POLICY)
                ? new PolicyName(text.substring(POLICY.length()))
                : Stream.of(GroundworkKind.values())
                        .filter(kind -> text.startsWith(prefix(kind)))
                        .findFirst()
                        .<Subject>map(kind ->
                                new Groundwork(kind, text.substring(prefix(kind).length())))
                        .orElseGet(() -> new UserId(text));
    }

    private static String prefix(GroundworkKind kind) {
        return AnyCase.folded(kind.name()).replace('_', '-') + ":";
    }
}
