package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.FormChoice;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Answer.WhichOne.Option;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.ReadinessCards;
import dev.linekeeper.chat.grammar.Spelling;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the Shared Calling policy a text means, or asks which one: those of the nearest names. */
public final class PolicyFinder {
    private static final int SUGGESTED = 5;

    private final TenantView tenant;

    public PolicyFinder(TenantView tenant) {
        this.tenant = tenant;
    }

    /** The policy of exactly that name, capitals aside. */
    Optional<PolicyName> named(String text) {
        return named(text, tenant.policies());
    }

    private static Optional<PolicyName> named(String text, List<PolicyName> all) {
        return all.stream().filter(name -> AnyCase.same(name.value(), text)).findFirst();
    }

    /**
     * Finds one policy.
     *
     * @param again the button that asks the same of the policy of that name
     */
    NameMatch<PolicyName> find(String text, Function<String, ButtonPress> again) {
        List<PolicyName> all = tenant.policies();
        return named(text, all)
                .<NameMatch<PolicyName>>map(NameMatch.Exactly::new)
                .orElseGet(
                        () -> new NameMatch.AskBack<>(nearest(text, all, again).orElseGet(this::none)));
    }

    /** What could not be read is not said to be absent. */
    private Answer none() {
        return tenant.snapshot()
                .tenant()
                .policies(PolicyKind.SHARED_CALLING)
                .fold(
                        _ -> NoteCards.of(Tone.WARNING, "chat.no-policies"),
                        why -> NoteCards.of(Tone.WARNING, "chat.asked.no-answer", why));
    }

    private static Optional<Answer> nearest(String text, List<PolicyName> all, Function<String, ButtonPress> again) {
        List<Option> nearest = all.stream()
                .sorted(Comparator.comparingInt(
                        name -> Spelling.distance(AnyCase.folded(name.value()), AnyCase.folded(text))))
                .limit(SUGGESTED)
                .map(name -> new Option(name.value(), "", again.apply(name.value())))
                .toList();
        return Optional.of(nearest)
                .filter(some -> !some.isEmpty())
                .map(some -> new Answer.WhichOne(
                        Explanation.of("chat.no-such-policy", text), some, all.size() > some.size()));
    }

    /** All policies as choices of a form: those that are ready first, the others marked as not. */
    List<FormChoice> choices() {
        var readiness = tenant.readiness(tenant.snapshot());
        var ready = new ArrayList<FormChoice>();
        var blocked = new ArrayList<FormChoice>();
        for (PolicyName name : tenant.policies()) {
            switch (ReadinessCards.tone(readiness.policy(name).overall())) {
                case GOOD, INFO -> ready.add(new FormChoice("✓ " + name, name.value()));
                case WARNING -> ready.add(new FormChoice("! " + name, name.value()));
                case STOP -> blocked.add(new FormChoice("✗ " + name, name.value()));
            }
        }
        ready.addAll(blocked);
        return ready;
    }
}
