package dev.linekeeper.adapter.teams;

import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.MessageLanes;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A queue in which nothing ever waits. */
public final class NoMessages implements MessageQueue, MessageLanes {
    @Override
    public void post(UserId person, BotMessage message, Duration notBefore) {}

    @Override
    public void postIn(String conversation, BotMessage message) {}

    @Override
    public void refresh(RequestId request) {}

    @Override
    public void refreshForRequester(RequestId request) {}

    @Override
    public void refreshIfOlder(CardCopy copy, long version) {}

    @Override
    public void refreshAtPace(RequestId batch, Instant since) {}

    @Override
    public void resume(UserId person) {}

    @Override
    public Map<UserId, String> unreached(RequestId request) {
        return Map.of();
    }

    @Override
    public List<String> dueLanes() {
        return List.of();
    }

    @Override
    public List<DueMessage> due(String lane) {
        return List.of();
    }

    @Override
    public Optional<Instant> next(String lane) {
        return Optional.empty();
    }

    @Override
    public void begin(DueMessage message) {}

    @Override
    public void sent(DueMessage message) {}

    @Override
    public void postpone(DueMessage message, Instant until, String why) {}

    @Override
    public void giveUp(DueMessage message, String why) {}

    @Override
    public void discard(DueMessage message) {}

    @Override
    public void whenWanted(Consumer<String> listener) {}
}
