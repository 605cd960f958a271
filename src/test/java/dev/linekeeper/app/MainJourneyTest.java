package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.adapter.telemetry.MetricRounds;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.conversation.Talk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job through {@code POST /api/messages}, the whole application behind it and a connector stand-in before it. */
class MainJourneyTest extends DemoJourney {
    @BeforeEach
    void theyHaveWrittenBefore() {
        as("lee.chen").says("hello");
        as("priya.nair").says("hello");
    }

    @Test
    void an_admin_enrols_someone_another_person_approves_and_it_is_applied_proved_and_undone() {
        Talk ana = as("ana.ruiz");
        Talk lee = as("lee.chen");
        Talk priya = as("priya.nair");
        Talk adele = as("adele.vance");

        adele.says("what's my caller ID").seesCard("cannot call");
        ana.says("check adele").seesCard("Adele Vance", "USR-05", "POL-01");
        ana.says("enrol adele with London because joins the sales desk")
                .seesCard("Adele Vance, Sales?", "Nothing has been sent");
        lee.doesNotSee("Adele");
        ana.presses("Yes").seesCard("Enrol Adele Vance", "Waiting");
        String request = requestShownTo(ana);

        lee.seesCard("Enrol Adele Vance", "joins the sales desk", "Ana Ruiz", "Emergency-UK");
        assertThat(lee.buttons()).contains("Approve");
        ana.says("approve " + request).sees("You may not do that", "approver");

        lee.presses("Approve").seesCard("Done", "Approved by Lee Chen");
        priya.seesCard("Done", "Approved by Lee Chen");
        ana.seesCard("Done", "Approved by Lee Chen");
        adele.seesCard("You can call with Shared Calling");
        adele.says("what's my caller ID").seesCard("+44 20 7946 0100", "London main line");
        adele.says("emergency").seesCard("+44 20 7946 0171");
        as("ingrid.dahl")
                .says("audit adele.vance@contoso.example")
                .seesCard(
                        "Ana Ruiz asked for", "Lee Chen approved", "as a member of Voice Approvers", "began to apply");

        ana.says("undo %s because wrong person".formatted(request)).seesCard("Undo", "Waiting");
        lee.seesCard("Undo", "High")
                .presses("Approve")
                .seesCard(
                        "Enrol Adele Vance in Shared Calling with London",
                        "What is lost",
                        "cannot reach emergency services");
        priya.doesNotSee("1 of 2");
        lee.presses("Yes, approve").seesCard("1 of 2", "Lee Chen approved");
        priya.seesCard("Undo", "1 of 2").presses("Approve").presses("Yes, approve");
        ana.seesCard("Undo", "Done");
        adele.seesCard("You can't call outside numbers from Teams anymore, including emergency numbers", "999 and 112");
        adele.says("what is my caller id").seesCard("cannot call");
    }

    @Test
    void who_asked_cannot_approve_even_as_an_approver() {
        Talk sam = as("sam.okafor");
        sam.says("enrol Alex Weber with Berlin because moves to Berlin").seesCard("Enrol Alex Weber", "Waiting");
        sam.says("approve " + requestShownTo(sam)).sees("You asked for this");
    }

    @Test
    void a_request_is_denied_with_a_reason_that_the_requester_reads() {
        Talk ana = as("ana.ruiz");
        ana.says("enrol megan.bowen@contoso.example with Seattle because new desk")
                .seesCard("Enrol Megan Bowen", "Waiting");
        String request = requestShownTo(ana);
        as("lee.chen")
                .says("deny " + request + " because no budget until spring")
                .sees("no budget until spring");
        ana.seesCard("Denied", "no budget until spring");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "   ",
                "🦄🦄🦄",
                "<script>alert(1)</script>",
                "${1/0} ${$root}",
                "**bold** [link](https://evil.example)",
                "asdfgh qwertz"
            })
    void nonsense_is_answered_and_nothing_breaks(String text) {
        Talk adele = as("adele.vance");
        adele.says("whoami").seesCard("Adele Vance");
        int before = adele.transcript().length();
        adele.says(text);
        await().until(() -> adele.transcript().length() > before);
        adele.doesNotSee("Exception").doesNotSee("dev.linekeeper");
    }

    @Test
    @Requirement("T12")
    void what_people_write_is_never_a_template_a_link_or_a_mention() {
        Talk ana = as("ana.ruiz");
        ana.says("enrol Alex Wilber with Seattle because ${$root} <at>everyone</at> [click](https://evil.example)")
                .seesCard("Enrol Alex Wilber", "everyone", "evil.example");
        assertThat(ana.looksAt().card().orElseThrow().toString())
                .doesNotContain("[click](")
                .doesNotContain("<at>everyone</at>");
    }

    @Test
    void faults_of_the_demo_are_switched_from_this_machine_by_programs_and_not_by_pages() {
        var faults = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/emulator/faults".formatted(port)));
        assertThat(chat.send(faults.copy().build()).statusCode()).isEqualTo(200);
        assertThat(chat.send(faults.copy()
                                .header("Origin", "https://evil.example")
                                .build())
                        .statusCode())
                .isEqualTo(403);
        var wish = "{\"kind\":\"access-denied\",\"path\":\"userConfigurations\",\"times\":0}";
        chat.send(faults.copy()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wish))
                .build());
        as("ingrid.dahl").says("what's my caller ID").sees("Access Denied");
        chat.send(faults.copy().DELETE().build());
        as("ingrid.dahl").says("what's my caller ID").sees("+49 30 23125100");
    }

    @Test
    void after_a_journey_every_metric_of_alerts_and_dashboard_is_scraped(@Autowired MetricRounds rounds)
            throws IOException, InterruptedException {
        as("ana.ruiz").says("check adele").seesCard("Adele Vance").says("asdfgh qwertz");
        await().untilAsserted(() -> {
            rounds.measure();
            assertThat(scrape()).contains("not_understood_total{language=\"en\"} 1.0");
        });
        String scrape = scrape();
        var named = new TreeSet<String>();
        for (String file : List.of("alerts.yaml", "dashboard.json")) {
            Pattern.compile("linekeeper_[a-z_]+")
                    .matcher(Files.readString(Path.of("infra/monitoring", file)))
                    .results()
                    .forEach(metric -> named.add(metric.group()));
        }
        named.remove("linekeeper_certificate_days"); // the settings have none
        assertThat(named)
                .hasSizeGreaterThan(20)
                .allSatisfy(metric -> assertThat(scrape).containsPattern("(?m)^%s[{ ]".formatted(metric)));
        assertThat(scrape).doesNotContain("Adele").doesNotContain("adele");
        assertThat(complaints(scrape)).doesNotContain("linekeeper");
    }

    private String scrape() {
        return chat.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(port)))
                        .build())
                .body();
    }

    /** What Prometheus' own tool says of the scrape; nothing where it is not installed. */
    private static String complaints(String scrape) throws IOException, InterruptedException {
        Path promtool = Path.of("/usr/bin/promtool");
        if (!Files.isExecutable(promtool)) {
            return "";
        }
        var check = new ProcessBuilder(promtool.toString(), "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (var in = check.getOutputStream()) {
            in.write(scrape.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        check.waitFor();
        System.out.println(said);
        return said;
    }
}
