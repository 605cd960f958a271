package dev.linekeeper.core.callerid;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.VOICE_ROUTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.NumberFixture;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.callerid.CallerId.CallerIdKind;
import dev.linekeeper.core.callerid.CallerId.CallerIdSource;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.person.AccountType;
import org.junit.jupiter.api.Test;

/** An account's own number with an extension is the account's number; and what else fails stands beside a caller ID. */
class SharedExtensionTest {
    private static final String EXTENSION = "+14255550100;ext=6789";

    @Test
    void an_extension_of_the_shared_number_is_no_number_of_ones_own() {
        var answer = callerId(us("u").primary(EXTENSION), withExtension());

        assertThat(answer.number()).contains(PhoneNumber.of("+14255550100"));
        assertThat(answer.source()).contains(CallerIdSource.RESOURCE_ACCOUNT);
        assertThat(answer.answering()).isInstanceOf(CallRecipient.Attendant.class);
    }

    @Test
    void nor_is_it_with_usages_or_where_the_inventory_lists_the_base_number_alone() {
        assertThat(callerId(us("u").primary(EXTENSION).direct(VOICE_ROUTING, "V-US"), withExtension())
                        .kind())
                .isEqualTo(CallerIdKind.UNDETERMINED);
        assertThat(callerId(us("u").primary(EXTENSION), contoso()).source()).contains(CallerIdSource.RESOURCE_ACCOUNT);
    }

    @Test
    void a_shared_number_is_shown_without_its_extension() {
        var tenant = withExtension().account("ra-sea", account -> account.number(EXTENSION));

        assertThat(callerId(us("u"), tenant).number()).contains(PhoneNumber.of("+14255550100"));
    }

    @Test
    void a_guest_and_a_disabled_account_are_told() {
        assertThat(callerId(us("u").accountType(known(AccountType.GUEST)), contoso())
                        .caveats())
                .extracting(Explanation::key)
                .contains("readiness.USR-01.guest");
        assertThat(callerId(us("u").enabled(known(false)).voice(false), contoso())
                        .caveats())
                .extracting(Explanation::key)
                .contains("readiness.USR-01.disabled");
    }

    private static TenantFixture withExtension() {
        return contoso()
                .number(new NumberFixture(EXTENSION)
                        .type(NumberType.DIRECT_ROUTING)
                        .held(NumberStatus.USER_ASSIGNED, "u")
                        .build());
    }

    private static CallerId callerId(PersonFixture person, TenantFixture tenant) {
        return CallerIdResolver.normal(Readiness.audit(person.build(), tenant.build(), settings()));
    }
}
