package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.conversation.Activities;
import dev.linekeeper.conversation.ConnectorStandIn.Trouble;
import dev.linekeeper.conversation.Someone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Teams gets its HTTP answer whether the connector takes what is written or not. */
class SlowConnectorTest extends BotInARoom {

    /** Longer than a request may take by far; a connector that hangs takes 15 s, after which it is given up. */
    private static final Duration SLOW = Duration.ofSeconds(9);

    private static final Map<String, Function<Activities, ObjectNode>> ACTIVITIES = Map.of(
            "a message", it -> it.message("hello"),
            "an edit", it -> it.edited("1", "hello"),
            "an installation", it -> it.installation("add"),
            "the bot among the members", Activities::botJoined,
            "a stranger's message",
                    it -> {
                        ObjectNode message = it.message("hello");
                        ((ObjectNode) message.path("from")).remove("aadObjectId");
                        return message;
                    });

    /** Side by side: each of them takes as long as the connector. */
    @Test
    @Requirement("T17")
    void the_request_does_not_wait_for_the_connector() throws Exception {
        CONNECTOR.takes(SLOW);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<?>>();
            ACTIVITIES.forEach((name, activity) -> answers.add(people.submit(() -> isNotWaitedFor(name, activity))));
            for (Future<?> answer : answers) {
                answer.get();
            }
        }
    }

    private void isNotWaitedFor(String name, Function<Activities, ObjectNode> activity) {
        Activities somebody = somebody();
        assertThat(chat.post(activity.apply(somebody)).statusCode()).as(name).isEqualTo(200);
        assertThat(messages(somebody)).as(name).isZero();

        Awaitility.await(name).atMost(Duration.ofMinutes(1)).until(() -> messages(somebody) == 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 504})
    void a_message_that_could_not_be_answered_is_answered_when_it_comes_again(int status) {
        Activities somebody = somebody();
        ObjectNode message = somebody.message("hello");
        CONNECTOR.next(Trouble.status(status), Trouble.status(status)); // the answer, and the notice of it
        assertThat(chat.post(message).statusCode()).isEqualTo(200);
        assertThat(messages(somebody)).isZero();

        chat.post(message);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> messages(somebody) == 1);
        chat.post(message);
        assertThat(messages(somebody)).isOne();
        assertThat(script.heard()).hasSize(2);
    }

    @Test
    void a_welcome_that_could_not_be_sent_is_sent_when_the_installation_comes_again() {
        Activities somebody = somebody();
        ObjectNode installed = somebody.installation("add");
        CONNECTOR.next(Trouble.status(500), Trouble.status(500));
        chat.post(installed);
        assertThat(messages(somebody)).isZero();

        chat.post(installed);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> messages(somebody) == 1);
    }

    @Test
    void who_blocked_the_bot_is_not_tried_again() {
        ObjectNode message = somebody().message("hello");
        CONNECTOR.next(Trouble.status(403));
        chat.post(message);
        chat.post(message);
        assertThat(script.heard()).hasSize(1);
    }

    private Activities somebody() {
        return chat.as(Someone.of(UUID.randomUUID().toString(), "Ana")).activities();
    }

    private static int messages(Activities who) {
        return CONNECTOR
                .received(it -> it.conversationId().equals(who.conversationId())
                        && it.type().equals("message"))
                .size();
    }
}
