package dev.linekeeper.adapter.teams.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.service.audit.RefusedRequests;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who gets in while no bot identity guards the door. */
class LoopbackFilterTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/messages");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.9", "::1", "0:0:0:0:0:0:0:1"})
    void this_machine_gets_in(String address) throws Exception {
        request.setRemoteAddr(address);
        assertThat(isLetIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "203.0.113.7", "169.254.1.1", "fe80::1", "not-an-address.invalid"})
    void other_machines_do_not(String address) throws Exception {
        request.setRemoteAddr(address);
        assertThat(isLetIn()).isFalse();
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "linekeeper.local", "localhost.evil.example", "10.0.0.1"})
    void a_name_that_was_bound_to_this_machine_does_not(String host) throws Exception {
        request.setServerName(host);
        assertThat(isLetIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "https://localhost.evil.example", "null", "http://"})
    void a_page_from_elsewhere_does_not(String origin) throws Exception {
        request.addHeader("Origin", origin);
        assertThat(isLetIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3978", "http://127.0.0.1:3978", "http://[::1]:3978"})
    void a_page_of_this_machine_does(String origin) throws Exception {
        request.addHeader("Origin", origin);
        assertThat(isLetIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Forwarded-Host", "Via", "X-Original-Host"})
    void what_a_tunnel_passes_on_does_not(String header) throws Exception {
        request.addHeader(header, "203.0.113.7");
        assertThat(isLetIn()).isFalse();
    }

    @Test
    void nothing_is_said_about_why() throws Exception {
        request.setRemoteAddr("10.0.0.1");
        isLetIn();
        assertThat(response.getContentAsString()).doesNotContain("loopback");
    }

    private boolean isLetIn() throws Exception {
        var chain = new MockFilterChain();
        try (var store = OpenedStore.inMemory("loopback", Clock.systemUTC())) {
            var refused = new RefusedRequests(store.trail(), Clock.systemUTC());
            new LoopbackFilter(refused).doFilter(request, response, chain);
            refused.record();
            assertThat(store.audited()).as("recorded").hasSize(chain.getRequest() == null ? 1 : 0);
        }
        return chain.getRequest() != null;
    }
}
