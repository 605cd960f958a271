package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.SETUP;
import static dev.linekeeper.core.readiness.MicrosoftPages.cmdlet;
import static dev.linekeeper.core.readiness.UserRules.name;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPerson;
import static dev.linekeeper.core.readiness.judgement.Topic.PERSON;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.info;
import static dev.linekeeper.core.readiness.judgement.Verdicts.notApplicable;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rules for a person's own numbers: none, or a Direct Routing number with an extension. */
public final class OwnNumberRules {
    public static final Rule<PersonCase> NO_OWN_NUMBER = ofPerson("USR-06", PERSON)
            .documented(SETUP)
            .fixedBy(OwnNumberRules::release)
            .must(c -> when(c.person().primaryNumber(), number -> allowed(c, number), Verdicts::pass));

    static final Rule<PersonCase> UNIQUE_EXTENSION = ofPerson("USR-07", PERSON)
            .revision(2)
            .documented(SETUP)
            .byAdmin()
            .onceMet(NO_OWN_NUMBER)
            .must(c -> ifExtension(
                    c,
                    number -> when(
                            c.tenant().number(number),
                            found -> found.flatMap(TelephoneNumber::target)
                                    .filter(holder -> !AnyCase.same(
                                            holder, c.person().id().value()))
                                    .map(_ -> fail("USR-07.taken", name(c), number))
                                    .orElseGet(() -> elsewhere(c, number)))));

    public static final Rule<PersonCase> CLOUD_NUMBER = ofPerson("USR-08", PERSON)
            .revision(2)
            .documented(cmdlet("Set-CsPhoneNumberAssignment"))
            .byAdmin()
            .must(c -> ifNumber(
                    c,
                    number -> when(
                            c.tenant().number(number),
                            line -> switch (line.source()) {
                                case ONLINE -> pass();
                                case ON_PREMISES ->
                                    mayStay(line)
                                            ? info("USR-08.may-stay", name(c), number)
                                            : fail("USR-08.on-premises", name(c), number);
                                case UNKNOWN -> unknown("where %s is managed was not reported".formatted(number));
                            },
                            () -> unknown("the inventory does not know %s".formatted(number)))));

    static final Rule<PersonCase> ONE_LINE = ofPerson("USR-13", PERSON)
            .inferred()
            .nothingToDo()
            .should(c -> when(c.person().lines(), lines -> {
                var others = lines.stream()
                        .filter(line -> line.category() != Line.Category.PRIMARY)
                        .map(Line::number)
                        .toList();
                return others.isEmpty() ? pass() : warn("USR-13.lines", name(c), others);
            }));

    static final Rule<PersonCase> EXTENSION_DIALLED = ofPerson("DPL-01", PERSON)
            .inferred()
            .byAdmin()
            .should(c -> ifExtension(
                    c,
                    number -> when(
                            c.assigned(Policy.DialPlan.class),
                            plan -> completes(c, plan, number)
                                    ? pass()
                                    : warn(
                                            "DPL-01.none",
                                            plan.name(),
                                            number.extension().orElse(""),
                                            number))));

    static final List<Rule<PersonCase>> ALL =
            List.of(NO_OWN_NUMBER, UNIQUE_EXTENSION, CLOUD_NUMBER, ONE_LINE, EXTENSION_DIALLED);

    private OwnNumberRules() {}

    /** Microsoft asks for a unique extension; the same one beside another base number is another number, and confuses people. */
    private static Verdict elsewhere(PersonCase c, PhoneNumber number) {
        var others = c
                .tenantCase()
                .inventory()
                .withExtension(number.extension().orElse(""))
                .known()
                .orElse(List.of())
                .stream()
                .filter(other -> !other.base().equals(number.base()))
                .toList();
        return others.isEmpty()
                ? info("USR-07.extension", name(c), number)
                : warn("USR-07.elsewhere", name(c), number.extension().orElse(""), others);
    }

    /** Only a Direct Routing number with an extension may stay; then it does not matter where it is managed. */
    private static boolean mayStay(TelephoneNumber line) {
        return line.number().extension().isPresent() && line.type() == NumberType.DIRECT_ROUTING;
    }

    private static Verdict ifNumber(PersonCase c, Function<PhoneNumber, Verdict> judge) {
        return when(c.person().primaryNumber(), judge, () -> notApplicable("na.no-number", name(c)));
    }

    private static Verdict ifExtension(PersonCase c, Function<PhoneNumber, Verdict> judge) {
        return ifNumber(
                c,
                number -> number.extension().isPresent()
                        ? judge.apply(number)
                        : notApplicable("na.no-extension", name(c)));
    }

    /** Only a Direct Routing number with an extension may stay; an extension the inventory does not know is one. */
    private static Verdict allowed(PersonCase c, PhoneNumber number) {
        if (number.extension().isEmpty()) {
            return fail("USR-06.own", name(c), number);
        }
        return when(
                c.tenant().number(number),
                found -> found.filter(line -> line.type() != NumberType.DIRECT_ROUTING)
                        .map(_ -> fail("USR-06.own", name(c), number))
                        .orElseGet(Verdicts::pass));
    }

    /** Taking a number away is destructive: only when it was asked for, and only where Teams manages the number. */
    private static Optional<Fact<Change>> release(PersonCase c) {
        if (!c.releaseNumber()) {
            return Optional.empty();
        }
        return Fact.unlessAbsent(Fact.flatMapPresent(c.person().primaryNumber(), c.tenant()::number)
                        .map(found -> found.filter(line -> line.source() == TelephoneNumber.NumberSource.ONLINE)))
                .map(found -> found.map(line -> new Change.ReleaseNumber(
                        c.person().id(),
                        line.number(),
                        line.type(),
                        line.location().known().flatMap(place -> place))));
    }

    private static boolean completes(PersonCase c, Policy.DialPlan plan, PhoneNumber number) {
        var dialled = number.extension().orElseThrow();
        return plan.rules().stream()
                .flatMap(rule -> c.tenantCase().routing().translated(rule, dialled).stream())
                .flatMap(result -> PhoneNumber.parse(result).stream())
                .anyMatch(number::equals);
    }
}
