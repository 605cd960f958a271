package dev.linekeeper.app.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.entra.IncompleteSettings;
import dev.linekeeper.app.StartConditions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** What an owner writes, and whether the bot starts with it. */
class StartConditionsTest {
    private static final String H2 = "spring.datasource.url=jdbc:h2:file:./data/linekeeper";
    private static final String POSTGRES = "spring.datasource.url=jdbc:postgresql://db/linekeeper";

    @ParameterizedTest
    @ValueSource(
            strings = {
                H2,
                H2 + " linekeeper.bot.app-id=a-bot linekeeper.backend=demo",
                H2 + " linekeeper.bot.app-id=a-bot linekeeper.backend=tenant-file",
                H2 + " linekeeper.backend=tenant linekeeper.embedded-database=true",
                H2 + " linekeeper.backend=tenant-file linekeeper.graph.base-url=https://graph.microsoft.us/v1.0",
                POSTGRES + " linekeeper.backend=tenant linekeeper.bot.app-id=a-bot",
                POSTGRES + " linekeeper.backend=tenant linekeeper.graph.base-url=https://graph.microsoft.com/v1.0",
                POSTGRES
                        + " linekeeper.backend=tenant"
                        + " linekeeper.graph.base-url=https://notgraph.microsoft.us.example/v1.0"
            })
    void what_is_meant_starts(String settings) {
        assertThatCode(() -> StartConditions.check(written(settings))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "linekeeper.bot.app-id=a-bot, backend is not set",
        "linekeeper.backend=tenant, embedded database",
        "linekeeper.backend=TENANT linekeeper.embedded-database=false, embedded database",
        "linekeeper.backend=tenant linekeeper.graph.base-url=https://GRAPH.microsoft.us/v1.0, not in GCC High (TEN-01)",
        "linekeeper.backend=tenant linekeeper.graph.base-url=https://dod-graph.microsoft.us/v1.0, not in DoD (TEN-01)",
        "linekeeper.backend=tenant linekeeper.graph.base-url=https://microsoftgraph.chinacloudapi.cn/v1.0, 21Vianet"
                + " (TEN-01)",
        "linekeeper.backend=tenant linekeeper.bot.openid-metadata=https://login.botframework.azure.us/v1/.well-known/x,"
                + " GCC High or DoD (TEN-01)"
    })
    void what_would_not_be_safe_is_told_in_a_sentence_with_the_settings_to_write(String settings, String why) {
        assertThatThrownBy(() -> StartConditions.check(written(H2 + " " + settings)))
                .isInstanceOf(IncompleteSettings.class)
                .hasMessageContaining("This bot does not start")
                .hasMessageContaining(why)
                .extracting(problem -> ((IncompleteSettings) problem).remedy())
                .asString()
                .contains("linekeeper.backend=demo", "linekeeper.embedded-database=true");
    }

    private static MockEnvironment written(String settings) {
        var environment = new MockEnvironment();
        for (String setting : settings.split(" ")) {
            environment.setProperty(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
        return environment;
    }
}
