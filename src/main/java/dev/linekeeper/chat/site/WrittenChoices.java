package dev.linekeeper.chat.site;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Answer.WhichOne;
import dev.linekeeper.chat.Answer.WhichOne.Option;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.site.SiteCandidates;
import dev.linekeeper.core.site.SiteChoices;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.WrittenNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is chosen in a sentence or a form, found in the tenant; of the first thing that is not clear it is asked back. */
final class WrittenChoices {
    private static final int OPTIONS = 10;

    private final Invocation said;
    private final Tenant tenant;
    private Optional<Answer> question = Optional.empty();

    private WrittenChoices(Invocation said, Tenant tenant) {
        this.said = said;
        this.tenant = tenant;
    }

    /** Answers about what was chosen, or asks back. */
    static Answer read(Invocation said, Tenant tenant, Function<SiteChoices, Answer> answer) {
        var written = new WrittenChoices(said, tenant);
        var choices = new SiteChoices(
                written.in(Slot.ACCOUNT, written::account),
                written.in(Slot.NUMBER, written::number),
                written.in(Slot.TYPE, written::type),
                written.in(Slot.COUNTRY, written::country),
                written.in(Slot.PLACE, written::place),
                written.in(Slot.THING, written::policy));
        return written.question.orElseGet(() -> answer.apply(choices));
    }

    private <T> Optional<T> in(Slot slot, Function<String, Optional<T>> reading) {
        return question.isPresent() ? Optional.empty() : said.text(slot).flatMap(reading);
    }

    private Optional<UserId> account(String written) {
        return tenant.resourceAccounts()
                .fold(
                        all -> oneOf(
                                        Slot.ACCOUNT,
                                        written,
                                        SiteCandidates.called(written, all.values()),
                                        account -> new Option(
                                                account.displayName(),
                                                account.userPrincipalName(),
                                                said.buttonWith(
                                                        Slot.ACCOUNT,
                                                        account.id().value())))
                                .map(ResourceAccount::id),
                        this::unread);
    }

    private Optional<LocationId> place(String written) {
        return tenant.locations()
                .fold(
                        all -> oneOf(
                                        Slot.PLACE,
                                        written,
                                        EmergencyLocation.called(written, all.values()),
                                        place -> new Option(
                                                place.description(),
                                                place.address(),
                                                said.buttonWith(
                                                        Slot.PLACE, place.id().value())))
                                .map(EmergencyLocation::id),
                        this::unread);
    }

    private <T> Optional<T> oneOf(Slot slot, String written, List<T> found, Function<T, Option> option) {
        if (found.size() > 1) {
            question = Optional.of(new WhichOne(
                    Explanation.of("chat.site.which." + slot, written),
                    found.stream().limit(OPTIONS).map(option).toList(),
                    found.size() > OPTIONS));
            return Optional.empty();
        }
        return found.isEmpty() ? unclear("chat.site.no." + slot, written) : Optional.of(found.getFirst());
    }

    /** Any number of the tenant's inventory: what keeps it from being the site's, the checklist says. */
    private Optional<PhoneNumber> number(String written) {
        return WrittenNumber.read(written, tenant.numbers()) instanceof WrittenNumber.OneNumber(var number)
                ? tenant.number(number)
                        .fold(
                                listed -> listed.isPresent()
                                        ? Optional.of(number)
                                        : unclear("chat.site.no.NUMBER", written),
                                this::unread)
                : unclear("chat.give.no-number", written);
    }

    private Optional<NumberType> type(String written) {
        var type = NumberType.ofName(written.replace(" ", ""));
        return type == NumberType.OTHER ? unclear("chat.site.no.TYPE", written) : Optional.of(type);
    }

    private Optional<Country> country(String written) {
        return written.matches("[A-Za-z]{2}")
                ? Optional.of(new Country(written))
                : unclear("chat.site.no.COUNTRY", written);
    }

    private Optional<PolicyName> policy(String written) {
        var name = new PolicyName(written);
        return name.isGlobal() ? unclear("chat.site.no.THING", written) : Optional.of(name);
    }

    private <T> Optional<T> unclear(String key, String written) {
        question = Optional.of(NoteCards.of(Tone.INFO, key, written));
        return Optional.empty();
    }

    private <T> Optional<T> unread(String why) {
        question = Optional.of(NoteCards.of(Tone.WARNING, "chat.site.unread", why));
        return Optional.empty();
    }

    /** Whether anything is chosen at all. */
    static boolean isAny(Invocation said) {
        return List.of(Slot.ACCOUNT, Slot.NUMBER, Slot.TYPE, Slot.COUNTRY, Slot.PLACE, Slot.THING).stream()
                .anyMatch(slot -> said.text(slot).isPresent());
    }
}
