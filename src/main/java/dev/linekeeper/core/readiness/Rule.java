package dev.linekeeper.core.readiness;

import dev.linekeeper.core.tenant.Change;
import dev.linekeeper.core.tenant.Explanation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One requirement of Shared Calling: what it is, where it comes from, who can meet it, and the check itself.
 *
 * @param title what is required, as a short English sentence; {@link #titleText()} says it in the reader's language
 * @param prerequisites rules that have to hold for this one to make sense; where one does not, this one does not apply
 * @param mayFail whether the check can fail; a rule that can only warn never keeps a report from being verified
 */
public record Rule<S>(
        RuleId id,
        String title,
        Basis basis,
        Remedy<S> remedy,
        List<RuleId> prerequisites,
        boolean mayFail,
        Function<S, Verdict> check) {

    public Rule {
        prerequisites = List.copyOf(prerequisites);
    }

    public Explanation titleText() {
        return text("title");
    }

    /** When the rule fails, warns or tells, in general. */
    public Explanation whenText() {
        return text("when");
    }

    /** What is to be done; empty when there is nothing to do. */
    public Optional<Explanation> remedyText() {
        return remedy instanceof Remedy.None<S> ? Optional.empty() : Optional.of(text("remedy"));
    }

    /** Our reasoning; empty when the rule is Microsoft's. */
    public Optional<Explanation> reasoningText() {
        return switch (basis) {
            case Basis.Documented _ -> Optional.empty();
            case Basis.Inferred _ -> Optional.of(text("reasoning"));
        };
    }

    private Explanation text(String part) {
        return Explanation.of("readiness.%s.%s".formatted(id, part));
    }

    /** Starts a rule: {@code rule("RES-04", "The account has a phone number").documented(SETUP).byAdmin().must(…)}. */
    static <S> Draft<S> rule(String id, String title) {
        return new Draft<>(new RuleId(id), title);
    }

    /** The same rule about something larger that has such a subject in it; {@code check} looks at it from there. */
    <T> Rule<T> seenFrom(Function<T, Verdict> check) {
        Remedy<T> same = switch (remedy) {
            case Remedy.Automatic<S> _ ->
                throw new IllegalStateException("%s changes a person and is about a person".formatted(id));
            case Remedy.ByAdmin<S> _ -> new Remedy.ByAdmin<>();
            case Remedy.Elsewhere<S> _ -> new Remedy.Elsewhere<>();
            case Remedy.None<S> _ -> new Remedy.None<>();
        };
        return new Rule<>(id, title, basis, same, prerequisites, mayFail, check);
    }

    record Draft<S>(RuleId id, String title) {
        Sourced<S> documented(URI source) {
            return new Sourced<>(this, new Basis.Documented(source));
        }

        Sourced<S> inferred(String reasoning) {
            return new Sourced<>(this, new Basis.Inferred(reasoning));
        }
    }

    record Sourced<S>(Draft<S> draft, Basis basis) {
        Remedied<S> fixedBy(Function<S, Optional<Change>> change) {
            return new Remedied<>(this, new Remedy.Automatic<>(change), List.of());
        }

        Remedied<S> byAdmin() {
            return new Remedied<>(this, new Remedy.ByAdmin<>(), List.of());
        }

        Remedied<S> elsewhere() {
            return new Remedied<>(this, new Remedy.Elsewhere<>(), List.of());
        }

        Remedied<S> nothingToDo() {
            return new Remedied<>(this, new Remedy.None<>(), List.of());
        }
    }

    record Remedied<S>(Sourced<S> sourced, Remedy<S> remedy, List<RuleId> prerequisites) {
        Remedied<S> onceMet(String... ids) {
            return new Remedied<>(
                    sourced, remedy, Stream.of(ids).map(RuleId::new).toList());
        }

        /** The rule can fail. */
        Rule<S> must(Function<S, Verdict> check) {
            return checkedBy(true, check);
        }

        /** The rule warns, asks or tells at most. */
        Rule<S> should(Function<S, Verdict> check) {
            return checkedBy(false, check);
        }

        private Rule<S> checkedBy(boolean mayFail, Function<S, Verdict> check) {
            var draft = sourced.draft();
            return new Rule<>(draft.id(), draft.title(), sourced.basis(), remedy, prerequisites, mayFail, check);
        }
    }
}
