package dev.linekeeper.chat.site;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.site.AccountName;
import dev.linekeeper.core.site.SiteName;
import java.util.List;
import java.util.Set;

/** The form for the account of a site. */
final class NewAccountForm {
    private NewAccountForm() {}

    /** With a name from the site's in the first of the tenant's own domains, as far as they are told. */
    static Answer of(Invocation invocation, SiteName site, Set<String> domains) {
        String proposed = domains.stream()
                .sorted()
                .findFirst()
                .flatMap(domain -> AccountName.proposed(site, domain))
                .map(AccountName::value)
                .orElse("");
        return invocation.form(List.of(
                field(Slot.NAME, "card.field.site", true, site.value()),
                field(Slot.CHOICE, "card.field.account-name", true, proposed),
                field(Slot.WORDS, "card.field.account-called", false, site.value()),
                field(Slot.REASON, Slot.REASON.label(), false, invocation.reason())));
    }

    private static FormField field(Slot slot, String label, boolean required, String value) {
        return new FormField(slot, label, required, value, List.of());
    }
}
