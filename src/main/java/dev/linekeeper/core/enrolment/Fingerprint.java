package dev.linekeeper.core.enrolment;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The fingerprint of a plan, in hex: SHA-256 over one canonical text of person, state before, steps and the version
 * of the rules. Each field is preceded by its length, so no two states can read alike; lines and policies are sorted and
 * policy names in lower case, because Teams reports them in any order and case.
 */
final class Fingerprint {
    private static final String SHAPE = "plan/1";

    private final StringBuilder text = new StringBuilder();

    private Fingerprint() {}

    static String of(UserId person, Purpose purpose, PersonState before, List<Step> steps) {
        var fingerprint = new Fingerprint();
        fingerprint.field(SHAPE);
        fingerprint.field(Readiness.VERSION);
        fingerprint.field(person.value());
        fingerprint.field(purpose.name());
        fingerprint.state(before, steps);
        steps.forEach(fingerprint::step);
        return Sha256.hex(fingerprint.text.toString());
    }

    private void state(PersonState state, List<Step> steps) {
        field(Step.voice(state.voiceOn()));
        state.lines().stream()
                .map(line -> "%s %s".formatted(line.category(), line.number()))
                .sorted(Comparator.naturalOrder())
                .forEach(this::field);
        new TreeMap<>(state.policies()).forEach((kind, held) -> {
            field(kind.name());
            held(held);
            // Another reading may not know what lies beneath a grant; it matters where the grant is taken away alone.
            if (steps.stream().anyMatch(step -> revokes(step, kind))) {
                held.beneath().ifPresent(this::held);
            }
        });
    }

    private void held(EffectivePolicy held) {
        field(held.origin().name());
        name(held.policy());
        held.group().ifPresent(group -> field(group.value()));
    }

    private static boolean revokes(Step step, PolicyKind kind) {
        return step.change()
                .filter(change -> change instanceof Change.RevokePolicy it && it.kind() == kind)
                .isPresent();
    }

    private void step(Step step) {
        field(step.name().name());
        step.change().ifPresent(this::change);
    }

    private void change(Change change) {
        switch (change) {
            case Change.NumberChange it -> {
                field(it.number().toString());
                field(it.type().name());
                if (change instanceof Change.AssignNumber) {
                    it.location().ifPresent(location -> field(location.value()));
                    // Plans were stored before there were others than main numbers among them.
                    if (it.category() != Line.Category.PRIMARY) {
                        field(it.category().name());
                    }
                }
            }
            case Change.SwitchVoice(_, var on) -> field(Step.voice(on));
            case Change.PolicyChange it -> {
                field(it.kind().name());
                it.granted().ifPresent(this::name);
            }
        }
    }

    private void name(PolicyName policy) {
        field(AnyCase.folded(policy.value()));
    }

    private void field(String value) {
        text.append(value.length()).append(':').append(value);
    }
}
