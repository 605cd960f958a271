package dev.linekeeper.service.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.VoiceApplications;
import org.junit.jupiter.api.Test;

class ChangeWriterTest {
    @Test
    void a_number_is_given_back_with_its_place() {
        var numbers = mock(NumberInventory.class);
        var adele = new UserId("adele");
        var number = PhoneNumber.of("+14255550101");
        var place = LocationId.of("fe771441-2e85-5274-9125-4e765e1d220b");
        var key = new ChangeKey("SC-1", 1);

        new ChangeWriter(
                        numbers,
                        mock(PolicyGrants.class),
                        mock(EnterpriseVoiceSwitch.class),
                        mock(SharedCallingPolicies.class),
                        mock(VoiceApplications.class),
                        mock(PolicyCatalogue.class),
                        mock(GroupGrants.class))
                .write(new Change.AssignNumber(adele, number, NumberType.CALLING_PLAN, place, Category.ALTERNATE), key);

        assertThat(place).isPresent();
        verify(numbers).assign(number, NumberType.CALLING_PLAN, adele, place, Category.ALTERNATE, key);
    }
}
