package dev.linekeeper.core.history;

import static dev.linekeeper.core.history.SettingChange.kind;
import static dev.linekeeper.core.history.SettingChange.policy;

import dev.linekeeper.core.enrolment.EffectivePolicy;
import dev.linekeeper.core.enrolment.EffectivePolicy.Origin;
import dev.linekeeper.core.enrolment.RestorePlanner;
import dev.linekeeper.core.enrolment.RestorePlanner.RestoreTarget;
import dev.linekeeper.core.enrolment.RestorePlanner.TargetNumber;
import dev.linekeeper.core.history.PersonSettings.OwnLine;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a restore aims at: settings of then, as far as Linekeeper can make them. What it cannot, such as licences, is said
 * first. A policy that a group granted then and does not grant now is granted to the person directly.
 */
public final class RestoreTargets {
    private final PersonSettings then;
    private final Person now;
    private final List<Explanation> remarks = new ArrayList<>();
    private final Map<PolicyKind, Optional<PolicyName>> direct = new EnumMap<>(PolicyKind.class);

    private RestoreTargets(PersonSettings then, Person now) {
        this.then = then;
        this.now = now;
    }

    /** The target for a person as they are now. */
    public static RestoreTarget of(SettingsVersion version, Person now) {
        var targets = new RestoreTargets(version.settings(), now);
        targets.others();
        for (var kind : PolicyKind.values()) {
            targets.compare(kind);
        }
        targets.remarks.add(say("from", version.since(), version.until()));
        return new RestoreTarget(targets.then.voiceOn(), targets.number(), targets.direct, targets.remarks);
    }

    /** What others have to put back: licences and the country. */
    private void others() {
        var present = PersonSettings.of(now.entry());
        for (var licence : Licence.values()) {
            if (then.licences().getOrDefault(licence, false)
                    && !present.licences().getOrDefault(licence, true)) {
                remarks.add(say("left.licence." + licence));
            }
        }
        then.usageLocation()
                .ifPresent(was -> present.usageLocation()
                        .filter(is -> !is.equals(was))
                        .ifPresent(is ->
                                remarks.add(say("left.usage", SettingChange.country(was), SettingChange.country(is)))));
    }

    private void compare(PolicyKind kind) {
        var was = then.policies().get(kind);
        if (was == null) {
            if (RestorePlanner.restores(kind)) {
                remarks.add(say("left.not-read", kind(kind)));
            }
            return;
        }
        Fact<EffectivePolicy> present = now.policy(kind).map(EffectivePolicy::of);
        var is = present.known();
        if (is.filter(held -> held.alone().equals(was)).isPresent()) {
            return;
        }
        if (!RestorePlanner.restores(kind)) {
            is.ifPresent(held -> remarks.add(say("left.policy", kind(kind), policy(was), policy(held))));
            return;
        }
        direct.put(kind, wanted(kind, was, is));
    }

    /** The direct grant that leads to what was in effect; empty for none. */
    private Optional<PolicyName> wanted(PolicyKind kind, EffectivePolicy was, Optional<EffectivePolicy> is) {
        if (was.origin() == Origin.DIRECT) {
            return Optional.of(was.policy());
        }
        var beneath = is.flatMap(held -> held.origin() == Origin.DIRECT ? held.beneath() : is);
        if (beneath.filter(held -> held.policy().equals(was.policy())).isPresent()) {
            return Optional.empty();
        }
        if (was.origin() == Origin.GROUP) {
            remarks.add(say(
                    "by-group",
                    kind(kind),
                    was.policy(),
                    was.group().orElseThrow().value()));
            return Optional.of(was.policy());
        }
        beneath.ifPresent(held -> remarks.add(say("left.policy", kind(kind), policy(was), policy(held))));
        return Optional.empty();
    }

    private Optional<TargetNumber> number() {
        if (then.numbers().isEmpty()) {
            remarks.add(say("left.numbers-not-read"));
        }
        return then.numbers().map(lines -> {
            if (now.lines()
                    .known()
                    .filter(held -> !others(held).equals(otherLines(lines)))
                    .isPresent()) {
                remarks.add(say("left.other-numbers"));
            }
            var primary = lines.stream()
                    .filter(line -> line.category() == Line.Category.PRIMARY)
                    .findFirst();
            return new TargetNumber(primary.map(OwnLine::number), primary.flatMap(OwnLine::place));
        });
    }

    private static Set<PhoneNumber> others(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.category() != Line.Category.PRIMARY)
                .map(Line::number)
                .collect(Collectors.toSet());
    }

    private static Set<PhoneNumber> otherLines(List<OwnLine> lines) {
        return lines.stream()
                .filter(line -> line.category() != Line.Category.PRIMARY)
                .map(OwnLine::number)
                .collect(Collectors.toSet());
    }

    private static Explanation say(String key, Object... arguments) {
        return Explanation.of("plan.restore." + key, arguments);
    }
}
