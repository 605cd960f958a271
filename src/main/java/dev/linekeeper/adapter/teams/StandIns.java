package dev.linekeeper.adapter.teams;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Ask;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.core.tenant.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** Lets the endpoint run until the other rooms are wired; goes away with the last of them. */
@Configuration(proxyBeanMethods = false)
class StandIns {
    @Bean
    @Fallback
    Clock utc() {
        return Clock.systemUTC();
    }

    @Bean
    @Fallback
    Cards plainCards() {
        return new Cards();
    }

    @Bean
    @Fallback
    Chat echo() {
        return new Chat() {
            @Override
            public Answer answer(Caller caller, Ask ask) {
                return new Answer.Sorry(ask.toString());
            }

            @Override
            public Answer welcome(Caller caller) {
                return new Answer.Sorry("Hello");
            }
        };
    }

    @Bean
    @Fallback
    Addresses forgetfulAddresses() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        var chats = new ConcurrentHashMap<UserId, Addresses.Address>();
        return new Addresses() {
            @Override
            public void remember(UserId person, Address personalChat) {
                chats.put(person, personalChat);
            }

            @Override
            public Optional<Address> find(UserId person) {
                return Optional.ofNullable(chats.get(person));
            }

            @Override
            public void forget(UserId person) {
                chats.remove(person);
            }

            @Override
            public void posted(CardCopy copy) {}

            @Override
            public List<CardCopy> copies(String topic) {
                return List.of();
            }

            @Override
            public boolean firstSight(String activityId, Instant now) {
                return seen.add(activityId);
            }
        };
    }
}
