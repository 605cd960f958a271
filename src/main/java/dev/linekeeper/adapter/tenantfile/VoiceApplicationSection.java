package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.powershell.JsonCursor;
import dev.linekeeper.adapter.tenantfile.content.StoredAccount;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.AutoAttendant.DirectorySearch;
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
        var scope = attendant.at("directoryLookupScope");
        return new AutoAttendant(
                attendant.at("id").text(),
                attendant.at("name").text(),
                directorySearch(attendant),
                attendant.at("operator").optional(operator -> operator.at("id").text()),
                scope.empty() ? Set.of() : scope(scope, "inclusion"),
                scope.empty() ? Set.of() : scope(scope, "exclusion"),
                attendant
                        .at("applicationInstances")
                        .optional(at -> at.list(id -> new UserId(id.text())))
                        .orElse(List.of()));
    }

    private static DirectorySearch directorySearch(JsonCursor attendant) {
        var flow = attendant.at("defaultCallFlow");
        if (flow.empty() || flow.at("menu").empty()) {
            return DirectorySearch.NONE;
        }
        return flow.at("menu")
                .at("directorySearchMethod")
                .optional(method -> method.oneOf(DirectorySearch.class, "None, ByName or ByExtension"))
                .orElse(DirectorySearch.NONE);
    }

    /** The groups of the inclusion or exclusion: none for "All" or "None", else a list or {@code {"groupIds": […]}}. */
    private static Set<GroupId> scope(JsonCursor scope, String half) {
        var at = scope.at(half);
        if (at.empty() || at.node().isString()) {
            return Set.of();
        }
        var groups = at.node().isObject() ? at.at("groupIds") : at;
        return Set.copyOf(groups.list(id -> new GroupId(id.text())));
    }

    private static Association association(JsonCursor association) {
        var type = association.at("configurationType");
        return new Association(
                type.oneOf(Application.class, "AutoAttendant or CallQueue"),
                association.at("configurationId").text());
    }
}
