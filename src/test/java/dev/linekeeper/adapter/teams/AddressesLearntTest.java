package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.conversation.Someone;
import dev.linekeeper.core.tenant.UserId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How to reach somebody is learnt from whatever they do, not only from what they say. */
class AddressesLearntTest extends BotInARoom {

    private final Someone lee = Someone.of(UUID.randomUUID().toString(), "Lee");
    private final UserId id = new UserId(lee.objectId());

    @Test
    void a_press_teaches_the_bot_how_to_reach_somebody() {
        post(
                chat.as(lee).activities().execute("help", JsonMapper.shared().createObjectNode(), ""),
                CONNECTOR.serviceUrl());
        assertThat(addresses.find(id)).isPresent();
    }

    @Test
    void a_press_in_a_channel_teaches_where_the_channel_is_and_not_where_the_person_is() {
        post(
                chat.inChannel(lee)
                        .activities()
                        .execute("help", JsonMapper.shared().createObjectNode(), ""),
                CONNECTOR.serviceUrl());
        assertThat(addresses.find(id)).isEmpty();
    }

    @Test
    void cards_are_replaced_where_the_chat_was_last_heard_from() {
        post(
                chat.as(lee).activities().execute("help", JsonMapper.shared().createObjectNode(), ""),
                CONNECTOR.serviceUrl());
        Address before = addresses.find(id).orElseThrow();
        addresses.posted(new CardCopy("SC-7", before, "7"));

        String moved = CONNECTOR.serviceUrl().replace("/teams/", "/emea/");
        post(chat.as(lee).activities().execute("help", JsonMapper.shared().createObjectNode(), ""), moved);

        assertThat(addresses.copies("SC-7"))
                .extracting(copy -> copy.address().serviceUrl())
                .containsExactly(moved);
    }

    @Test
    void a_card_that_refreshes_by_itself_is_shown_to_whoever_sees_it_and_commands_nothing() {
        var channel = new Address(
                Optional.empty(),
                ConversationType.CHANNEL,
                "",
                "en",
                "",
                "msteams",
                chat.inChannel(lee).activities().conversationId(),
                "",
                "");
        addresses.posted(new CardCopy("SC-1042", channel, "1:42"));
        script.startsOver();

        assertThat(refresh("1:42")).contains("card of SC-1042", "\"statusCode\":200");
        assertThat(script.heard()).isEmpty();
    }

    @Test
    void a_refresh_of_a_card_that_is_not_there_is_what_its_button_says_and_never_another_card() {
        script.startsOver();
        assertThat(refresh("1:made-up")).contains("404", "nothing newer");
        assertThat(script.heard()).hasSize(1);
    }

    private String refresh(String card) {
        ObjectNode press = chat.inChannel(lee)
                .activities()
                .execute("request", JsonMapper.shared().createObjectNode().put("request", "1042"), card);
        ((ObjectNode) press.path("value")).put("trigger", "automatic");
        return chat.post(press).body();
    }

    private void post(ObjectNode activity, String serviceUrl) {
        assertThat(chat.post(activity.put("serviceUrl", serviceUrl)).statusCode())
                .isEqualTo(200);
    }
}
