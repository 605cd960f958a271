package dev.linekeeper.service.digest;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People as the digest counts them. */
class DigestTallyTest {
    @Test
    void who_has_a_policy_without_an_account_is_counted_by_itself() {
        var tenant = contoso()
                .policy(new Policy.SharedCalling(named("SC-NOBODY"), Optional.empty(), List.of(), ""))
                .build();
        var tally = new DigestTally(tenant, new Readiness(tenant, settings()));
        tally.add(us("nobody").direct(SHARED_CALLING, "SC-NOBODY").build());
        tally.add(us("none").inherited(SHARED_CALLING).build());
        tally.add(us("under").direct(SHARED_CALLING, "SC-SEA").build());
        tally.add(us("unread").policy(SHARED_CALLING, Fact.missing("no answer")).build());

        assertThat(tally.withoutAccount()).isEqualTo(1);
        assertThat(tally.unknown()).isEqualTo(1);
        assertThat(tally.ready() + tally.broken()).isEqualTo(1);
        assertThat(tally.looked()).isEqualTo(4);
    }
}
