package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is one of the organisation's own people, by what Graph says of a user (T1, T7, T8). */
class OwnPeopleTest {
    private static final UserId ANA = new UserId("00000001-0000-4000-8000-000000000000");

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "00000001-0000-4000-8000-000000000000, Member, true, true",
                "00000001-0000-4000-8000-000000000000, null, true, true", // made before Entra had types
                "00000001-0000-4000-8000-000000000000, Guest, true, false",
                "00000001-0000-4000-8000-000000000000, guest, true, false",
                "00000001-0000-4000-8000-000000000000, Member, false, false",
                "00000002-0000-4000-8000-000000000000, Member, true, false"
            })
    void own_people_are_enabled_no_guests_and_who_was_asked_for(
            String id, String type, String enabled, boolean member) {
        try (var service = Canned.json(user(id, type, enabled))) {
            assertThat(service.directory().isMember(ANA)).isEqualTo(member);
        }
        try (var service = Canned.json("{\"value\": [%s, null]}".formatted(user(ANA.value(), type, enabled)))) {
            assertThat(service.directory().members(new GroupId("g")).contains(ANA))
                    .isEqualTo(!"false".equals(enabled) && !"guest".equalsIgnoreCase(type));
        }
    }

    @Test
    void an_account_of_which_nobody_says_whether_it_is_enabled_is_neither() {
        try (var service = Canned.json(user(ANA.value(), "Member", "null"))) {
            assertThatThrownBy(() -> service.directory().isMember(ANA))
                    .isInstanceOf(BackendFailure.class)
                    .hasMessageContaining("enabled");
        }
        try (var service = Canned.json("{\"value\": [%s]}".formatted(user(ANA.value(), "Member", "null")))) {
            assertThatThrownBy(() -> service.directory().members(new GroupId("g")))
                    .isInstanceOf(BackendFailure.class);
        }
    }

    private static String user(String id, String type, String enabled) {
        return "{\"id\": \"%s\", \"userType\": %s, \"accountEnabled\": %s}"
                .formatted(id, type == null ? "null" : '"' + type + '"', enabled);
    }
}
