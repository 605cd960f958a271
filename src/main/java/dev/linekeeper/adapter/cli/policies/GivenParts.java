package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.WrittenNumber;
import java.util.List;

/** Accounts and numbers as they are given at the shell; what names none is refused. */
final class GivenParts {
    private GivenParts() {}

    static UserId account(String userPrincipalName, Tenant tenant) {
        return resourceAccount(userPrincipalName, tenant).id();
    }

    static ResourceAccount resourceAccount(String userPrincipalName, Tenant tenant) {
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

    private static PhoneNumber number(String text, Tenant tenant) {
        return WrittenNumber.read(text, tenant.numbers()) instanceof WrittenNumber.OneNumber(var number)
                ? number
                : unclear(text);
    }

    private static PhoneNumber unclear(String text) {
        throw new BadInput("Which number is %s? Write it with its country, such as +14255550100".formatted(text));
    }
}
