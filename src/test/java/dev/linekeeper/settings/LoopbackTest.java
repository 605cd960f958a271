package dev.linekeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost, true",
        "127.0.0.9, LOCALHOST, true",
        "::1, [::1], true",
        "::1, 0:0:0:0:0:0:0:1, true",
        "127.0.0.1, evil.example, false",
        "10.0.0.1, localhost, false",
        "not-an-address.invalid, localhost, false"
    })
    void a_request_is_from_here_by_address_and_by_name(String address, String host, boolean here) {
        assertThat(Loopback.isConnection(address, host)).isEqualTo(here);
    }

    @Test
    void tokens_go_encrypted_or_nowhere_else() {
        assertThat(Loopback.isHttpsOrLocal(URI.create("https://graph.microsoft.com")))
                .isTrue();
        assertThat(Loopback.isHttpsOrLocal(URI.create("http://127.0.0.1:4101/v1.0")))
                .isTrue();
        assertThat(Loopback.isHttpsOrLocal(URI.create("http://graph.microsoft.com")))
                .isFalse();
        assertThat(Loopback.isHttpsOrLocal(URI.create("urn:nowhere"))).isFalse();
    }
}
