package dev.linekeeper.chat.site;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.FormChoice;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.reservation.ReservedFor;
import dev.linekeeper.core.reservation.TakenNumber;
import dev.linekeeper.core.site.SiteCandidates;
import dev.linekeeper.core.site.SiteChoices;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The form in which one chooses for a site: what the tenant has, with what was chosen before. */
record SiteForms(Invocation invocation, Tenant tenant, Reservations reserved) {
    private static final int CHOICES = 40;

    Answer choices(SiteName name, SiteChoices now) {
        var candidates = new SiteCandidates(name, tenant);
        return invocation.form(List.of(
                field(Slot.NAME, "card.field.site", true, name.value(), List.of()),
                field(Slot.TYPE, now.type().map(NumberType::graphName), types()),
                field(
                        Slot.COUNTRY,
                        now.country().map(Country::iso),
                        choices(candidates.countries().stream().map(Country::iso), Optional.empty())),
                field(Slot.ACCOUNT, "card.field.site-account", false, account(now), accounts()),
                field(
                        Slot.NUMBER,
                        "card.field.site-number",
                        false,
                        now.number().map(Object::toString).orElse(""),
                        choices(
                                candidates.numbers(now.type(), now.country()).stream()
                                        .map(TelephoneNumber::number)
                                        .filter(number -> !isForAnother(number, name, now))
                                        .map(PhoneNumber::toString),
                                now.number().map(Object::toString))),
                field(
                        Slot.PLACE,
                        now.place().map(Object::toString),
                        candidates.places(now.country()).stream()
                                .map(place -> new FormChoice(
                                        "%s (%s)".formatted(place.description(), place.address()),
                                        place.id().value()))
                                .limit(CHOICES)
                                .toList()),
                field(
                        Slot.THING,
                        "card.field.site-policy",
                        false,
                        now.policy().map(Object::toString).orElse(""),
                        List.of())));
    }

    /** Whether it is reserved, and neither for the site nor for its account. */
    private boolean isForAnother(PhoneNumber number, SiteName site, SiteChoices now) {
        var taken = new TakenNumber(
                number,
                now.account().map(Set::of).orElse(Set.of()),
                now.policy().or(() -> Optional.of(new PolicyName(site.value()))));
        return reserved.of(number)
                .filter(it -> !it.whom().isSame(ReservedFor.site(site.value())) && !reserved.isFor(it, taken))
                .isPresent();
    }

    private static List<FormChoice> types() {
        return Stream.of(NumberType.CALLING_PLAN, NumberType.OPERATOR_CONNECT, NumberType.DIRECT_ROUTING)
                .map(type -> new FormChoice(type.productName(), type.graphName()))
                .toList();
    }

    /** All of them: the site's need not be called like it. */
    private List<FormChoice> accounts() {
        return all().sorted(Comparator.comparing(ResourceAccount::displayName))
                .limit(CHOICES)
                .map(account -> new FormChoice(
                        "%s (%s)".formatted(account.displayName(), account.userPrincipalName()),
                        account.userPrincipalName()))
                .toList();
    }

    private String account(SiteChoices now) {
        return now.account()
                .flatMap(id -> all().filter(account -> account.id().equals(id)).findFirst())
                .map(ResourceAccount::userPrincipalName)
                .orElse("");
    }

    private Stream<ResourceAccount> all() {
        return tenant.resourceAccounts().known().orElse(Map.of()).values().stream();
    }

    private static List<FormChoice> choices(Stream<String> texts, Optional<String> chosen) {
        return Stream.concat(chosen.stream(), texts)
                .distinct()
                .limit(CHOICES)
                .map(text -> new FormChoice(text, text))
                .toList();
    }

    private static FormField field(Slot slot, Optional<String> value, List<FormChoice> choices) {
        return field(slot, "card.field.site-" + slot.key(), false, value.orElse(""), choices);
    }

    private static FormField field(Slot slot, String label, boolean required, String value, List<FormChoice> choices) {
        return new FormField(slot, label, required, value, choices);
    }
}
