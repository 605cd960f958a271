package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.WrittenNumber;
import java.util.List;

/** Accounts, sites, numbers and what numbers have as they are given at the shell; what names none is refused. */
public final class GivenParts {
    private GivenParts() {}

    public static UserId account(String userPrincipalName, Tenant tenant) {
        return resourceAccount(userPrincipalName, tenant).id();
    }

    public static ResourceAccount resourceAccount(String userPrincipalName, Tenant tenant) {
        return tenant.resourceAccounts()
                .fold(
                        all -> all.values().stream()
                                .filter(account -> AnyCase.same(account.userPrincipalName(), userPrincipalName))
                                .findFirst()
                                .orElseThrow(() ->
                                        new BadInput("There is no resource account %s".formatted(userPrincipalName))),
                        why -> {
                            throw new BadInput("Resource accounts could not be read: %s".formatted(why));
                        });
    }

    static List<PhoneNumber> numbers(List<String> written, Tenant tenant) {
        return written.stream().map(text -> number(text, tenant)).toList();
    }

    public static PhoneNumber number(String text, Tenant tenant) {
        return WrittenNumber.read(text, tenant.numbers()) instanceof WrittenNumber.OneNumber(var number)
                ? number
                : unclear(text);
    }

    public static SiteName site(String written) {
        return SiteName.of(written)
                .orElseThrow(() ->
                        new BadInput("%s is no name of a site: letters, digits and spaces, at most %d characters"
                                .formatted(written.substring(0, Math.min(40, written.length())), SiteName.LONGEST)));
    }

    public static Country country(String written) {
        try {
            return new Country(written);
        } catch (IllegalArgumentException _) {
            throw new BadInput("%s is no country such as GB".formatted(written));
        }
    }

    public static NumberType type(String written) {
        var read = NumberType.ofName(written.replaceAll("[ _-]", ""));
        if (read == NumberType.OTHER) {
            throw new BadInput("%s is none of callingPlan, operatorConnect and directRouting".formatted(written));
        }
        return read;
    }

    private static PhoneNumber unclear(String text) {
        throw new BadInput("Which number is %s? Write it with its country, such as +14255550100".formatted(text));
    }
}
