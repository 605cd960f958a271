package dev.linekeeper.core.watch;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is under Shared Calling: the watch and the digest say the same. */
class SharedCallingUseTest {
    private final Tenant tenant = contoso()
            .policy(new Policy.SharedCalling(named("SC-NOBODY"), Optional.empty(), List.of(), ""))
            .build();

    private Fact<SharedCallingUse> use(PersonFixture person) {
        return SharedCallingUse.of(person.build().policy(SHARED_CALLING), tenant);
    }

    @Test
    void whoever_has_a_policy_with_a_resource_account_is_under_shared_calling() {
        assertThat(use(us("u").direct(SHARED_CALLING, "SC-SEA")).known()).contains(SharedCallingUse.UNDER);
        assertThat(use(us("u").byGroup(SHARED_CALLING, "SC-LON", "sales")).known())
                .contains(SharedCallingUse.UNDER);
    }

    @Test
    void a_policy_of_its_own_name_without_an_account_is_neither_that_nor_nothing() {
        assertThat(use(us("u").direct(SHARED_CALLING, "SC-NOBODY")).known()).contains(SharedCallingUse.WITHOUT_ACCOUNT);
        assertThat(use(us("u").inherited(SHARED_CALLING)).known()).contains(SharedCallingUse.NONE);
    }

    @Test
    void what_was_not_read_is_not_known() {
        assertThat(use(us("u").policy(SHARED_CALLING, Fact.missing("no answer")))
                        .known())
                .isEmpty();
    }
}
