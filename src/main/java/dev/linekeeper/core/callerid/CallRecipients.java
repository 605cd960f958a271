package dev.linekeeper.core.callerid;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.ResourceAccount.Association;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;

/** Who answers calls to a resource account: its auto attendant, call queue, or nobody. */
public final class CallRecipients {
    private CallRecipients() {}

    /** Who answers calls to the account of that id; unknown when there is no such account. */
    public static CallRecipient of(UserId account, Tenant tenant) {
        return Fact.present(tenant.resourceAccount(account))
                .map(found -> of(found, tenant))
                .orElseGet(CallRecipient.UnknownRecipient::new);
    }

    /** Who answers calls to the account, as far as its associations and the auto attendants could be read. */
    public static CallRecipient of(ResourceAccount account, Tenant tenant) {
        return account.associations()
                .fold(
                        all -> all.isEmpty() ? new CallRecipient.NobodyAnswers() : of(all.getFirst(), tenant),
                        _ -> new CallRecipient.UnknownRecipient());
    }

    private static CallRecipient of(Association association, Tenant tenant) {
        return switch (association.type()) {
            case CALL_QUEUE -> new CallRecipient.Queue();
            case THIRD_PARTY -> new CallRecipient.UnknownRecipient();
            case AUTO_ATTENDANT ->
                tenant.autoAttendants().known().stream()
                        .flatMap(Entries::stream)
                        .filter(attendant -> AnyCase.same(attendant.id(), association.configurationId()))
                        .findFirst()
                        .map(CallRecipients::of)
                        .orElseGet(CallRecipient.UnknownRecipient::new);
        };
    }

    private static CallRecipient of(AutoAttendant attendant) {
        return new CallRecipient.Attendant(
                attendant.name(), attendant.directorySearch().known(), Fact.present(attendant.operator()));
    }
}
