package dev.linekeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RoleSettingsTest {
    @Test
    void a_scope_belongs_to_a_group_of_the_role() {
        var settings = bound(Map.of(
                "linekeeper.roles.admin[0]", "group-1",
                "linekeeper.roles.admin-scopes.group-1", "country:GB,department:Sales"));

        assertThat(settings.adminScopes()).containsExactly(Map.entry("group-1", "country:GB,department:Sales"));
        assertThat(complaints(settings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB", "country:Britain", "department:", "city:London", "country:GB;department:Sales"})
    void nonsense_is_named_at_the_start(String scope) {
        assertThat(complaints(bound(Map.of(
                        "linekeeper.roles.approver[0]", "group-1", "linekeeper.roles.approver-scopes.group-1", scope))))
                .singleElement()
                .asString()
                .contains("approverScopes", "must be written as country:GB,department:Sales");
    }

    @Test
    void a_scope_of_a_group_without_the_role_is_a_mistake() {
        assertThat(complaints(bound(Map.of("linekeeper.roles.admin-scopes.group-1", "country:GB"))))
                .singleElement()
                .asString()
                .contains("one of the role's groups");
    }

    private static RoleSettings bound(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("linekeeper.roles", RoleSettings.class);
    }

    private static List<String> complaints(RoleSettings settings) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(settings).stream()
                    .map(violation -> "%s %s".formatted(violation.getPropertyPath(), violation.getMessage()))
                    .toList();
        }
    }
}
