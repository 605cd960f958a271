package dev.linekeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** From where files may come. */
class FileSettingsTest {
    @Test
    void files_lie_in_sharepoint_unless_the_owner_says_otherwise() {
        assertThat(bound(Map.of()).hosts()).containsExactly("*.sharepoint.com");
        assertThat(bound(Map.of("linekeeper.files.hosts", "contoso-my.sharepoint.com,files.contoso.example"))
                        .hosts())
                .containsExactly("contoso-my.sharepoint.com", "files.contoso.example");
        assertThat(bound(Map.of("linekeeper.files.hosts", "")).hosts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*.sharepoint.com, 0",
        "contoso-my.sharepoint.com, 0",
        "*, 1",
        "*.com, 1",
        "localhost, 1",
        "10.0.0.1, 1",
        "https://contoso.sharepoint.com, 1",
        "contoso.sharepoint.com/x, 1",
        "a.*.com, 1"
    })
    void a_host_that_is_none_is_named_at_the_start(String host, int complaints) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            assertThat(factory.getValidator().validate(bound(Map.of("linekeeper.files.hosts", host))))
                    .hasSize(complaints)
                    .allSatisfy(complaint -> assertThat(complaint.getMessage()).contains("*.sharepoint.com"));
        }
    }

    private static FileSettings bound(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("linekeeper.files", FileSettings.class);
    }
}
