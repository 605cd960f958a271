package dev.linekeeper.core.readiness.judgement;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.person.Change;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One requirement of Shared Calling: what it is about, where it comes from, who can meet it, and the check itself. Its words
 * are messages under its id, such as {@code readiness.RES-10.title}.
 *
 * @param <S> what is judged: {@link PersonCase}, {@link PolicyCase}, {@link AccountCase} or {@link TenantCase}
 * @param revision counts up from 1, by hand, each time the check judges some case otherwise than before; see
 *     {@link dev.linekeeper.core.readiness.Readiness#VERSION}
 * @param prerequisites rules that have to hold for this one to make sense; where one does not, this one does not apply
 * @param mayFail whether the check can fail; a rule that can only warn never keeps a report from being verified
 */
public record Rule<S>(
        RuleId id,
        Topic topic,
        int revision,
        Basis basis,
        Remedy<S> remedy,
        List<RuleId> prerequisites,
        boolean mayFail,
        Function<S, Verdict> check) {

    public Rule {
        prerequisites = List.copyOf(prerequisites);
    }

    /** What is required, as a short sentence. */
    public Explanation titleText() {
        return text("title");
    }

    /** When the rule fails, warns or tells, in general. */
    public Explanation whenText() {
        return text("when");
    }

    /** What is to be done; empty when there is nothing to do. */
    public Optional<Explanation> remedyText() {
        return remedy instanceof Remedy.NoRemedy<S> ? Optional.empty() : Optional.of(text("remedy"));
    }

    /** Our reasoning, in one sentence; empty when the rule is Microsoft's. */
    public Optional<Explanation> reasoningText() {
        return switch (basis) {
            case Basis.Documented _ -> Optional.empty();
            case Basis.Inferred _ -> Optional.of(text("reasoning"));
        };
    }

    private Explanation text(String part) {
        return Explanation.of("readiness.%s.%s".formatted(id, part));
    }

    /** Starts a rule about a person: {@code ofPerson("USR-05", PERSON).documented(SETUP).byAdmin().must(…)}. */
    public static RuleStart<PersonCase> ofPerson(String id, Topic topic) {
        return rule(id, topic);
    }

    public static RuleStart<PolicyCase> ofPolicy(String id, Topic topic) {
        return rule(id, topic);
    }

    public static RuleStart<AccountCase> ofAccount(String id, Topic topic) {
        return rule(id, topic);
    }

    public static RuleStart<TenantCase> ofTenant(String id, Topic topic) {
        return rule(id, topic);
    }

    public static <S> RuleStart<S> rule(String id, Topic topic) {
        return new RuleStart<>(new RuleId(id), topic, 1);
    }

    /** The same rule about something larger that has such a subject in it; {@code check} looks at it from there. */
    public <T> Rule<T> seenFrom(Function<T, Verdict> check) {
        Remedy<T> same = switch (remedy) {
            case Remedy.Automatic<S> _ ->
                throw new IllegalStateException("%s changes a person and is about a person".formatted(id));
            case Remedy.ByAdmin<S> _ -> new Remedy.ByAdmin<>();
            case Remedy.OutsideTeams<S> _ -> new Remedy.OutsideTeams<>();
            case Remedy.NoRemedy<S> _ -> new Remedy.NoRemedy<>();
        };
        return new Rule<>(id, topic, revision, basis, same, prerequisites, mayFail, check);
    }

    public record RuleStart<S>(RuleId id, Topic topic, int revision) {
        /** Says that the check judges otherwise than it did in the revision before; a rule starts with revision 1. */
        public RuleStart<S> revision(int raised) {
            return new RuleStart<>(id, topic, raised);
        }

        public SourcedRule<S> documented(URI source) {
            return new SourcedRule<>(this, new Basis.Documented(source));
        }

        public SourcedRule<S> inferred() {
            return new SourcedRule<>(this, new Basis.Inferred());
        }
    }

    public record SourcedRule<S>(RuleStart<S> draft, Basis basis) {
        public RemediedRule<S> fixedBy(Function<S, Optional<Fact<Change>>> change) {
            return fixedBy(change, (_, fail) -> fail);
        }

        /** Like the other; {@code stuck} says in a plan why there is no change. */
        public RemediedRule<S> fixedBy(
                Function<S, Optional<Fact<Change>>> change, BiFunction<S, Verdict.Fail, Verdict> stuck) {
            return new RemediedRule<>(this, new Remedy.Automatic<>(change, stuck), List.of());
        }

        public RemediedRule<S> byAdmin() {
            return new RemediedRule<>(this, new Remedy.ByAdmin<>(), List.of());
        }

        public RemediedRule<S> elsewhere() {
            return new RemediedRule<>(this, new Remedy.OutsideTeams<>(), List.of());
        }

        public RemediedRule<S> nothingToDo() {
            return new RemediedRule<>(this, new Remedy.NoRemedy<>(), List.of());
        }
    }

    public record RemediedRule<S>(SourcedRule<S> sourced, Remedy<S> remedy, List<RuleId> prerequisites) {
        public RemediedRule<S> onceMet(Rule<?>... rules) {
            return new RemediedRule<>(
                    sourced, remedy, Stream.of(rules).map(Rule::id).toList());
        }

        /** The rule can fail. */
        public Rule<S> must(Function<S, Verdict> check) {
            return checkedBy(true, check);
        }

        /** The rule warns, asks or tells at most. */
        public Rule<S> should(Function<S, Verdict> check) {
            return checkedBy(false, check);
        }

        private Rule<S> checkedBy(boolean mayFail, Function<S, Verdict> check) {
            var draft = sourced.draft();
            return new Rule<>(
                    draft.id(),
                    draft.topic(),
                    draft.revision(),
                    sourced.basis(),
                    remedy,
                    prerequisites,
                    mayFail,
                    check);
        }
    }
}
