package dev.linekeeper.core.history;

import dev.linekeeper.core.enrolment.EffectivePolicy;
import dev.linekeeper.core.enrolment.PersonState;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.history.Setting.SettingKind;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.VoiceUser;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A person's voice settings as one reading found them. What is empty or not in a map was not read, which is not the same as
 * being none.
 *
 * @param policies in effect, without what lies beneath a direct grant
 * @param usageLocation a country as two letters; blank where it was read that there is none
 */
public record PersonSettings(
        Optional<Boolean> voiceOn,
        Optional<List<OwnLine>> numbers,
        Map<PolicyKind, EffectivePolicy> policies,
        Optional<String> usageLocation,
        Map<Licence, Boolean> licences) {

    /**
     * A number the person holds.
     *
     * @param place its static emergency location; empty where it has none or it was not read
     */
    public record OwnLine(PhoneNumber number, Line.Category category, Optional<LocationId> place) {}

    public PersonSettings {
        numbers = numbers.map(List::copyOf);
        policies = Map.copyOf(policies);
        licences = Map.copyOf(licences);
    }

    /** What the directory says of a person, and nothing of their calls. */
    public static PersonSettings of(DirectoryEntry entry) {
        var licences = new EnumMap<Licence, Boolean>(Licence.class);
        entry.plans()
                .known()
                .ifPresent(held -> Arrays.stream(Licence.values())
                        .forEach(licence -> licence.isAmong(held).ifPresent(is -> licences.put(licence, is))));
        return new PersonSettings(
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                entry.usageLocation()
                        .known()
                        .map(country -> country.map(Country::iso).orElse("")),
                licences);
    }

    /** The same with what Teams says; where numbers are, the tenant does. */
    public PersonSettings with(VoiceUser user, Tenant tenant) {
        var read = new EnumMap<PolicyKind, EffectivePolicy>(PolicyKind.class);
        user.policies()
                .forEach((kind, assignment) -> assignment
                        .known()
                        .ifPresent(it -> read.put(kind, EffectivePolicy.of(it).alone())));
        return new PersonSettings(
                user.voiceOn().known(),
                user.lines()
                        .known()
                        .map(lines -> lines.stream()
                                .map(line -> new OwnLine(line.number(), line.category(), place(line.number(), tenant)))
                                .toList()),
                read,
                usageLocation,
                licences);
    }

    private static Optional<LocationId> place(PhoneNumber number, Tenant tenant) {
        return tenant.number(number)
                .known()
                .flatMap(found -> found.map(TelephoneNumber::location))
                .flatMap(place -> place.known().flatMap(it -> it));
    }

    /** The same once the first {@code done} steps of a plan are done, with what the plan found before. */
    public PersonSettings after(Plan plan, int done) {
        PersonState state = plan.stateAfter(done);
        var all = new EnumMap<PolicyKind, EffectivePolicy>(PolicyKind.class);
        all.putAll(policies);
        plan.before().policies().keySet().forEach(all::remove);
        state.policies().forEach((kind, held) -> all.put(kind, held.alone()));
        return new PersonSettings(
                Optional.of(state.voiceOn()),
                Optional.of(state.lines().stream()
                        .map(line -> new OwnLine(line.number(), line.category(), place(line.number())))
                        .toList()),
                all,
                usageLocation,
                licences);
    }

    private Optional<LocationId> place(PhoneNumber number) {
        return numbers.stream()
                .flatMap(List::stream)
                .filter(line -> line.number().equals(number))
                .flatMap(line -> line.place().stream())
                .findFirst();
    }

    /** Some of them alone; of numbers and their places all. */
    public PersonSettings only(Set<Setting> some) {
        var kinds = some.stream().map(Setting::kind).collect(Collectors.toSet());
        var kept = new EnumMap<PolicyKind, EffectivePolicy>(PolicyKind.class);
        kept.putAll(policies);
        kept.keySet().removeIf(kind -> !some.contains(new Setting(SettingKind.POLICY, kind.name())));
        var held = new EnumMap<Licence, Boolean>(Licence.class);
        held.putAll(licences);
        held.keySet().removeIf(licence -> !some.contains(new Setting(SettingKind.LICENCE, licence.name())));
        return new PersonSettings(
                voiceOn.filter(_ -> kinds.contains(SettingKind.VOICE)),
                numbers.filter(_ -> kinds.contains(SettingKind.NUMBERS) || kinds.contains(SettingKind.PLACE)),
                kept,
                usageLocation.filter(_ -> kinds.contains(SettingKind.USAGE_LOCATION)),
                held);
    }

    /** The same with what a later reading found, which may have found out less. */
    public PersonSettings with(PersonSettings later) {
        var read = new EnumMap<PolicyKind, EffectivePolicy>(PolicyKind.class);
        read.putAll(policies);
        read.putAll(later.policies);
        var held = new EnumMap<Licence, Boolean>(Licence.class);
        held.putAll(licences);
        held.putAll(later.licences);
        return new PersonSettings(
                later.voiceOn.or(() -> voiceOn),
                later.numbers.or(() -> numbers),
                read,
                later.usageLocation.or(() -> usageLocation),
                held);
    }

    /** The policy of that kind in words, with where it comes from; empty where it was not read. */
    public Optional<Explanation> policy(PolicyKind kind) {
        return Optional.ofNullable(policies.get(kind)).map(SettingChange::policy);
    }

    /** Everything that was read; what the rest often follows from is first. */
    Map<Setting, Object> read() {
        var all = new LinkedHashMap<Setting, Object>();
        usageLocation.ifPresent(place -> all.put(new Setting(SettingKind.USAGE_LOCATION), place));
        Arrays.stream(Licence.values())
                .filter(licences::containsKey)
                .forEach(licence -> all.put(new Setting(SettingKind.LICENCE, licence.name()), licences.get(licence)));
        voiceOn.ifPresent(on -> all.put(new Setting(SettingKind.VOICE), on));
        numbers.ifPresent(lines -> {
            all.put(
                    new Setting(SettingKind.NUMBERS),
                    lines.stream().map(OwnLine::number).collect(Collectors.toCollection(TreeSet::new)));
            lines.forEach(line -> line.place()
                    .ifPresent(place ->
                            all.put(new Setting(SettingKind.PLACE, line.number().toString()), place.value())));
        });
        Arrays.stream(PolicyKind.values())
                .filter(policies::containsKey)
                .forEach(kind -> all.put(new Setting(SettingKind.POLICY, kind.name()), policies.get(kind)));
        return all;
    }

    /** Whether a later reading found something else, or something that this one did not find out. */
    public boolean isOutdatedBy(PersonSettings later) {
        var before = read();
        return later.read().entrySet().stream()
                .anyMatch(part -> !part.getValue().equals(before.get(part.getKey())));
    }

    /** Whether the other tells the same, nothing more and nothing less. */
    public boolean isSameAs(PersonSettings other) {
        return read().equals(other.read());
    }

    /** Whether a later reading found all that this one did. */
    public boolean isConfirmedBy(PersonSettings later) {
        return later.read().entrySet().containsAll(read().entrySet());
    }
}
