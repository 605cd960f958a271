package dev.linekeeper.core.callerid;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;

/** Who answers calls to a resource account. */
public final class Answers {
    private Answers() {}

    public static Answering of(UserId account, Tenant tenant) {
        return tenant.resourceAccount(account)
                .fold(found -> found.map(it -> of(it, tenant)).orElseGet(Answering.Unknown::new), _ -> new Answering.Unknown());
    }

    public static Answering of(ResourceAccount account, Tenant tenant) {
        return switch (account.associations()) {
            case Fact.Missing<List<ResourceAccount.Association>> _ -> new Answering.Unknown();
            case Fact.Known<List<ResourceAccount.Association>>(var associations, _, _) ->
                associations.isEmpty() ? new Answering.Nobody() : of(associations.getFirst(), tenant);
        };
    }

    private static Answering of(ResourceAccount.Association association, Tenant tenant) {
        return switch (association.type()) {
            case CALL_QUEUE -> new Answering.Queue();
            case THIRD_PARTY -> new Answering.Unknown();
            case AUTO_ATTENDANT -> tenant.autoAttendants()
                    .fold(all -> all.stream()
                            .filter(attendant -> attendant.id().equals(association.configurationId()))
                            .findFirst()
                            .map(Answers::of)
                            .orElseGet(Answering.Unknown::new),
                            _ -> new Answering.Unknown());
        };
    }

    private static Answering of(AutoAttendant attendant) {
        return new Answering.Attendant(attendant.name(), attendant.directorySearch(), attendant.operator());
    }
}
