package dev.linekeeper.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The fault switches over HTTP: for programs on this machine, and for nobody else. */
class FaultsOverHttpTest {
    private static final String AT = "http://127.0.0.1/emulator/faults";
    private static final String STORM = "{\"kind\":\"throttled\",\"times\":9}";

    private final Simulator emulator = Simulator.open(Fabrikam.model(), Fabrikam.AT_ONCE, Clock.systemUTC());
    private final MockMvc server =
            MockMvcBuilders.standaloneSetup(emulator.faults()).build();

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void switches_are_added_replaced_shown_and_cleared() throws Exception {
        server.perform(post(AT).contentType(MediaType.APPLICATION_JSON).content(STORM))
                .andExpect(status().isOk());
        server.perform(post(AT).contentType(MediaType.APPLICATION_JSON).content("{\"kind\":\"html\"}"))
                .andExpect(jsonPath("$.faults.length()").value(2));
        server.perform(put(AT).contentType(MediaType.APPLICATION_JSON)
                        .content("{\"faults\":[{\"kind\":\"slow\",\"path\":\"/users\"}]}"))
                .andExpect(jsonPath("$.faults.length()").value(1));
        server.perform(get(AT))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.faults[0].path").value("/users"))
                .andExpect(jsonPath("$.faults[0].times").value(1));
        server.perform(delete(AT)).andExpect(jsonPath("$.faults").isEmpty());
    }

    /** The page's lines are put to the tenant they name. */
    @Test
    void every_body_on_the_page_is_understood_and_every_kind_is_there() throws Exception {
        var page = Files.readString(Path.of("src/docs/simulator.md"));
        var bodies = Pattern.compile("--json '([^']+)'")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(bodies).hasSizeGreaterThan(5);
        try (var demo = Simulator.open(demo(), Fabrikam.AT_ONCE, Clock.systemUTC())) {
            var there = MockMvcBuilders.standaloneSetup(demo.faults()).build();
            for (var body : bodies) {
                there.perform(post(AT).contentType(MediaType.APPLICATION_JSON).content(body))
                        .andExpect(status().isOk());
            }
            there.perform(post(AT).contentType(MediaType.APPLICATION_JSON).content("{\"kind\":\"hail\"}"))
                    .andExpect(result -> assertThat(kinds(result.getResponse().getContentAsString()))
                            .hasSizeGreaterThan(20)
                            .allSatisfy(kind -> assertThat(page).containsPattern("[`\"]" + kind + "[`\"]")));
        }
    }

    private static List<String> kinds(String refusal) {
        return Pattern.compile("one of (.+) was expected")
                .matcher(refusal)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(", ", -1)))
                .toList();
    }

    private static SimulatedTenant demo() {
        return Fabrikam.demo(Clock.systemUTC());
    }

    @Test
    void a_wrong_wish_is_answered_with_its_place_and_keeps_what_is_set() throws Exception {
        server.perform(post(AT).contentType(MediaType.APPLICATION_JSON).content(STORM));
        server.perform(put(AT).contentType(MediaType.APPLICATION_JSON).content("{\"kind\":\"hail\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.error").isNotEmpty());
        server.perform(get(AT)).andExpect(jsonPath("$.faults[0].times").value(9));
    }

    /** Anything else would come mangled, or from a form on a page. */
    @Test
    void wishes_are_json() throws Exception {
        server.perform(post(AT).contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(STORM))
                .andExpect(status().isUnsupportedMediaType());
    }

    @ParameterizedTest
    @CsvSource({
        "Origin,http://localhost:3978",
        "Origin,https://evil.example",
        "Sec-Fetch-Site,same-origin",
        "X-Forwarded-For,203.0.113.9",
        "Forwarded,for=203.0.113.9",
        "Via,1.1 proxy"
    })
    void pages_and_proxies_are_refused_and_told_no_origin_is_welcome(String name, String value) throws Exception {
        server.perform(post(AT).contentType(MediaType.APPLICATION_JSON)
                        .content(STORM)
                        .header(name, value))
                .andExpect(status().isForbidden())
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
        server.perform(get(AT)).andExpect(jsonPath("$.faults").isEmpty());
    }

    @Test
    void another_machine_and_a_foreign_name_of_this_one_are_refused() throws Exception {
        for (var request : new MockHttpServletRequestBuilder[] {
            get(AT), put(AT).contentType(MediaType.APPLICATION_JSON).content(STORM), delete(AT)
        }) {
            server.perform(request.remoteAddress("203.0.113.9")).andExpect(status().isForbidden());
        }
        server.perform(post("http://rebound.example/emulator/faults")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(STORM))
                .andExpect(status().isForbidden());
    }
}
