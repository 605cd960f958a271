package dev.linekeeper.adapter.store;

import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.Caller.ConversationType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database does for messages: where people are, and what is still to be sent. */
abstract class MessageStoreContract {
    static final Clock CLOCK = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private OpenedStore store;

    abstract OpenedStore open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void whatever_comes_from_a_persons_own_chat_says_how_to_write_back() {
        store.addresses().heard(personal("http://localhost/amer/"));
        assertThat(store.addresses().find(LEE)).contains(personal("http://localhost/amer/"));
        store.addresses().heard(personal("http://localhost/emea/"));
        assertThat(store.addresses().find(LEE)).contains(personal("http://localhost/emea/"));
    }

    @Test
    void nobody_is_written_to_in_a_channel_because_they_spoke_there() {
        store.addresses().heard(channel("19:c;messageid=1", "http://localhost/amer/"));
        assertThat(store.addresses().find(LEE)).isEmpty();
    }

    @Test
    void cards_that_are_there_are_found_at_the_newest_address_of_their_conversation() {
        store.addresses().posted(new CardCopy("SC-1", personal("http://localhost/amer/"), "1"));
        store.addresses().posted(new CardCopy("SC-1", channel("19:c;messageid=1", "http://localhost/amer/"), "2"));
        store.addresses().posted(new CardCopy("SC-1", channel("19:d", "http://localhost/amer/"), "3"));

        store.addresses().heard(personal("http://localhost/emea/"));
        store.addresses().heard(channel("19:c;messageid=7", "http://localhost/apac/"));

        assertThat(store.addresses().copies("SC-1"))
                .extracting(copy -> copy.address().serviceUrl())
                .containsExactlyInAnyOrder(
                        "http://localhost/emea/", "http://localhost/apac/", "http://localhost/amer/");
    }

    static Address personal(String serviceUrl) {
        return new Address(
                Optional.of(LEE),
                ConversationType.PERSONAL,
                "tenant",
                "en-US",
                serviceUrl,
                "msteams",
                "a:lee",
                "28:bot",
                "29:lee");
    }

    static Address channel(String conversation, String serviceUrl) {
        return new Address(
                Optional.empty(),
                ConversationType.CHANNEL,
                "tenant",
                "en-US",
                serviceUrl,
                "msteams",
                conversation,
                "28:bot",
                "29:lee");
    }
}
