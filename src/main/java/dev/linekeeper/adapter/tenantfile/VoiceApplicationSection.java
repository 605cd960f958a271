package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.powershell.JsonCursor;
import dev.linekeeper.adapter.tenantfile.content.StoredAccount;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.AutoAttendant.DirectorySearch;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import dev.linekeeper.core.tenant.ResourceAccount.Association;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code resourceAccounts} and {@code autoAttendants}: application instances and {@code Get-CsAutoAttendant}. */
final class VoiceApplicationSection {
    private VoiceApplicationSection() {}

    static StoredAccount account(JsonCursor account) {
        var name = PeopleSection.words(account, "userPrincipalName")
                .orElseGet(() -> account.at("id").text());
        return new StoredAccount(
                new ResourceAccount(
                        new UserId(account.at("id").text()),
                        name,
                        PeopleSection.words(account, "displayName").orElse(name),
                        account.at("applicationId").fact(id -> Application.of(id.text())),
                        account.at("accountEnabled").fact(JsonCursor::flag),
                        account.at("usageLocation").fact(JsonCursor::country),
                        PeopleSection.plans(account),
                        account.at("telephoneNumber").fact(JsonCursor::optionalPhone),
                        Map.of(),
                        account.at("associations").fact(at -> at.list(VoiceApplicationSection::association))),
                PeopleSection.grants(account),
                PeopleSection.reported(account));
    }

    static AutoAttendant autoAttendant(JsonCursor attendant) {
        var id = attendant.at("id").text();
        return new AutoAttendant(
                id,
                PeopleSection.words(attendant, "name").orElse(id),
                directorySearch(attendant),
                attendant
                        .at("operator")
                        .told(operator ->
                                operator.optional(found -> found.at("id").text())),
                scope(attendant, "inclusion"),
                scope(attendant, "exclusion"),
                accounts(attendant.at("applicationInstances")));
    }

    /** The accounts it answers, as far as they can be read; an association names the attendant as well. */
    private static List<UserId> accounts(JsonCursor at) {
        return at.empty()
                ? List.of()
                : at
                        .fact(all -> all.list(id -> id.fact(one -> new UserId(one.text()))))
                        .known()
                        .orElse(List.of())
                        .stream()
                        .flatMap(id -> id.known().stream())
                        .toList();
    }

    /** No search where the file leaves it out; null, and what is no search, could not be read. */
    private static Fact<DirectorySearch> directorySearch(JsonCursor attendant) {
        return attendant
                .at("defaultCallFlow")
                .told(flow -> flow.absent()
                        ? DirectorySearch.NONE
                        : flow.at("menu")
                                .or(
                                        DirectorySearch.NONE,
                                        menu -> menu.at("directorySearchMethod")
                                                .or(
                                                        DirectorySearch.NONE,
                                                        method -> method.oneOf(
                                                                DirectorySearch.class,
                                                                "None, ByName or ByExtension"))));
    }

    /** The groups of the inclusion or exclusion: none for "All" or "None", else a list or {@code {"groupIds": […]}}. */
    private static Fact<Set<GroupId>> scope(JsonCursor attendant, String half) {
        return attendant.at("directoryLookupScope").told(scope -> {
            if (scope.empty() || scope.at(half).empty() || isWord(scope.at(half))) {
                return Set.of();
            }
            var at = scope.at(half);
            var groups = at.node().isObject() ? at.at("groupIds") : at;
            return Set.copyOf(groups.list(id -> new GroupId(id.text())));
        });
    }

    private static boolean isWord(JsonCursor half) {
        return half.node().isString()
                && List.of("", "all", "none")
                        .contains(AnyCase.folded(half.words().orElse("")));
    }

    private static Association association(JsonCursor association) {
        var type = association.at("configurationType");
        return new Association(
                type.oneOf(Application.class, "AutoAttendant or CallQueue"),
                association.at("configurationId").text());
    }
}
