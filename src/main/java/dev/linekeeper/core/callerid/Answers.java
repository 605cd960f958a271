package dev.linekeeper.core.callerid;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;

/** Who answers calls to a resource account: its auto attendant, call queue, or nobody. */
public final class Answers {
    private Answers() {}

    /** Who answers calls to the account of that id; unknown when there is no such account. */
    public static Answering of(UserId account, Tenant tenant) {
        return Fact.present(tenant.resourceAccount(account))
                .map(found -> of(found, tenant))
                .orElseGet(Answering.Unknown::new);
    }

    /** Who answers calls to the account, as far as its associations and the auto attendants could be read. */
    public static Answering of(ResourceAccount account, Tenant tenant) {
        return account.associations()
                .fold(
                        all -> all.isEmpty() ? new Answering.Nobody() : of(all.getFirst(), tenant),
                        _ -> new Answering.Unknown());
    }

    private static Answering of(ResourceAccount.Association association, Tenant tenant) {
        return switch (association.type()) {
            case CALL_QUEUE -> new Answering.Queue();
            case THIRD_PARTY -> new Answering.Unknown();
            case AUTO_ATTENDANT ->
                tenant.autoAttendants().known().orElse(List.of()).stream()
                        .filter(attendant -> attendant.id().equals(association.configurationId()))
                        .findFirst()
                        .map(Answers::of)
                        .orElseGet(Answering.Unknown::new);
        };
    }

    private static Answering of(AutoAttendant attendant) {
        return new Answering.Attendant(attendant.name(), attendant.directorySearch(), attendant.operator());
    }
}
