package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.DeliveryLog.KeptActivity;
import dev.linekeeper.conversation.Activities;
import dev.linekeeper.conversation.ConnectorStandIn.Trouble;
import dev.linekeeper.conversation.Received;
import dev.linekeeper.conversation.Someone;
import dev.linekeeper.core.tenant.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was acknowledged before it was answered: kept meanwhile, and answered by whoever finds that nobody is at it. */
@ExtendWith(OutputCaptureExtension.class)
class AbandonedActivitiesTest extends BotInARoom {
    private final Someone ana = Someone.of(UUID.randomUUID().toString(), "Ana");

    private Activities anas() {
        return chat.as(ana).activities();
    }

    private ObjectNode press() {
        return anas().execute("approve", JsonMapper.shared().createObjectNode(), "1:99");
    }

    @Test
    void a_message_that_a_dead_process_had_acknowledged_is_answered_once() {
        ObjectNode message = anas().message("hello");
        left(message, Instant.now());
        chat.as(ana).sees("heard");
        assertThat(script.lastHeard().ask()).isEqualTo(new ChatInput.TypedText("hello"));
        await().untilAsserted(() -> assertThat(addresses.kept()).isEmpty());
        assertThat(script.heard()).hasSize(1);
    }

    @Test
    void the_card_of_a_press_that_a_dead_process_had_acknowledged_follows() {
        left(press(), Instant.now());
        await().untilAsserted(() -> assertThat(CONNECTOR.received())
                .singleElement()
                .returns("PUT", Received::method)
                .returns("1:99", Received::activityId));
    }

    @Test
    void what_is_acknowledged_before_its_answer_is_kept_until_then() {
        CONNECTOR.takes(Duration.ofSeconds(5));
        assertThat(chat.post(anas().message("hello")).statusCode()).isEqualTo(200);
        assertThat(addresses.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.activity()).contains("hello"));
        await().untilAsserted(() -> assertThat(addresses.kept()).isEmpty());
        assertThat(script.heard()).hasSize(1);
    }

    @Test
    void a_store_that_is_slow_to_keep_it_is_a_warning_with_its_reason(CapturedOutput log) {
        CONNECTOR.takes(Duration.ofSeconds(4));
        addresses.keepingTakes(Duration.ofSeconds(1));
        assertThat(chat.post(anas().message("hello")).statusCode()).isEqualTo(200);
        chat.as(ana).sees("heard");
        assertThat(log.getOut()).containsPattern("WARN.*action=keep outcome=store-too-slow reason=\"[^\"]+\"");
        assertThat(log.getOut()).doesNotContain("ERROR");
    }

    @Test
    void a_press_that_is_told_received_is_kept_until_its_card_followed() {
        var release = hanging();
        assertThat(chat.post(press()).body()).contains("Received");
        assertThat(addresses.kept()).hasSize(1);
        release.countDown();
        await().untilAsserted(() -> assertThat(addresses.kept()).isEmpty());
        assertThat(CONNECTOR.received()).hasSize(1);
    }

    @Test
    @Requirement("T17")
    void a_refusal_in_a_channel_that_comes_too_late_for_teams_follows_by_name_and_the_card_stays() {
        var release = hanging(new Answer.NotAllowed("approve", Explanation.of("chat.list", List.of("APPROVER"))));
        var anasInChannel = chat.inChannel(ana).activities();
        ObjectNode press = anasInChannel.execute("approve", JsonMapper.shared().createObjectNode(), "1:99");
        assertThat(chat.post(press).body()).contains("Received");
        release.countDown();
        chat.inChannel(ana).sees("Ana: ", "You may not do that");
        await().untilAsserted(() -> assertThat(addresses.kept()).isEmpty());
        assertThat(CONNECTOR.received()).extracting(Received::method).containsExactly("POST");
    }

    @Test
    void a_card_that_refreshes_by_itself_is_neither_kept_nor_sent_later() {
        var release = hanging();
        ObjectNode refresh = press();
        ((ObjectNode) refresh.path("value")).put("trigger", "automatic");
        assertThat(chat.post(refresh).body()).contains("Received");
        assertThat(addresses.kept()).isEmpty();
        release.countDown();
        assertThat(CONNECTOR.received()).isEmpty();
    }

    @Test
    void an_answer_that_teams_did_not_take_is_sent_again() {
        CONNECTOR.next(Trouble.status(504), Trouble.status(504)); // the answer, and the notice of it
        assertThat(chat.post(anas().message("hello")).statusCode()).isEqualTo(200);
        assertThat(addresses.kept()).hasSize(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(CONNECTOR.received()).hasSize(1));
        await().untilAsserted(() -> assertThat(addresses.kept()).isEmpty());
    }

    @Test
    void what_is_too_old_is_not_answered_and_the_person_is_told() {
        left(anas().message("hello"), Instant.now().minus(Duration.ofMinutes(16)));
        chat.as(ana).sees("too old now");
        assertThat(script.heard()).isEmpty();
        await().untilAsserted(() -> assertThat(addresses.kept()).isEmpty());
    }

    @Test
    void what_merely_happened_long_ago_is_forgotten() {
        left(anas().installation("add"), Instant.now().minus(Duration.ofMinutes(16)));
        await().untilAsserted(() -> assertThat(addresses.kept()).isEmpty());
        assertThat(CONNECTOR.received()).isEmpty();
    }

    @Test
    void what_may_not_be_answered_where_it_came_from_is_forgotten() {
        left(anas().message("hello").put("serviceUrl", "https://attacker.example/"), Instant.now());
        await().untilAsserted(() -> assertThat(addresses.kept()).isEmpty());
        assertThat(script.heard()).isEmpty();
    }

    private void left(ObjectNode activity, Instant since) {
        addresses.keep(new KeptActivity(UUID.randomUUID().toString(), activity.toString(), "", since), Instant.now());
    }

    /** The chat does not answer until the latch is released. */
    private CountDownLatch hanging() {
        return hanging(new Answer.Sorry("done"));
    }

    private CountDownLatch hanging(Answer answer) {
        var release = new CountDownLatch(1);
        script.answers((_, _) -> {
            try {
                release.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return answer;
        });
        return release;
    }
}
