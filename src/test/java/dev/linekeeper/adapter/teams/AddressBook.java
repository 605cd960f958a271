package dev.linekeeper.adapter.teams;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.DeliveryLog;
import dev.linekeeper.core.tenant.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Addresses, and what is still to be answered, in memory. */
public class AddressBook implements Addresses, DeliveryLog {
    private final Map<UserId, Address> chats = new ConcurrentHashMap<>();
    private final List<CardCopy> copies = new CopyOnWriteArrayList<>();
    private final Map<String, String> newest = new ConcurrentHashMap<>();
    private final Map<String, Instant> begun = new ConcurrentHashMap<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Map<String, KeptActivity> kept = new ConcurrentHashMap<>();
    private final Map<String, Instant> due = new ConcurrentHashMap<>();

    private volatile boolean outOfReach;
    private volatile Duration keepingTakes = Duration.ZERO;

    /** Like a database that is busy. */
    void keepingTakes(Duration time) {
        keepingTakes = time;
    }

    /** Like a database that is locked or gone. */
    void outOfReach(boolean outOfReach) {
        this.outOfReach = outOfReach;
    }

    private void check() {
        if (outOfReach) {
            throw new IllegalStateException("The database is locked");
        }
    }

    @Override
    public void remember(UserId person, Address personalChat) {
        check();
        chats.put(person, personalChat);
    }

    @Override
    public Optional<Address> find(UserId person) {
        return Optional.ofNullable(chats.get(person));
    }

    @Override
    public Optional<UserId> personOf(String account) {
        return chats.entrySet().stream()
                .filter(chat -> chat.getValue().userId().equals(account))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public void forget(UserId person) {
        chats.remove(person);
    }

    @Override
    public void left(Address conversation) {
        String id = conversation.conversationId();
        copies.removeIf(copy -> copy.address().conversationId().equals(id)
                || copy.address().conversationId().startsWith(id + ";messageid="));
        newest.remove(id);
    }

    @Override
    public void forget(String activityId) {
        begun.remove(activityId);
        answered.remove(activityId);
    }

    @Override
    public void heard(Address from) {
        check();
        from.reader().ifPresent(person -> remember(person, from));
        newest.put(from.conversationId(), from.serviceUrl());
    }

    @Override
    public void posted(CardCopy copy) {
        check();
        if (!copies.contains(copy)) {
            copies.add(copy);
        }
    }

    @Override
    public void gone(CardCopy copy) {
        copies.remove(copy);
    }

    @Override
    public Optional<String> topic(Address conversation, String activityId) {
        return copies.stream()
                .filter(copy -> copy.activityId().equals(activityId))
                .filter(copy -> copy.address().conversationId().equals(conversation.conversationId()))
                .map(CardCopy::topic)
                .findFirst();
    }

    @Override
    public List<CardCopy> copies(String topic) {
        return copies.stream()
                .filter(copy -> copy.topic().equals(topic))
                .map(copy -> new CardCopy(
                        topic,
                        copy.address()
                                .at(newest.getOrDefault(
                                        copy.address().conversationId(),
                                        copy.address().serviceUrl())),
                        copy.activityId()))
                .toList();
    }

    @Override
    public DeliveryState begin(String activityId, Instant now, Instant deadBefore) {
        check();
        if (answered.contains(activityId)) {
            return DeliveryState.ANSWERED;
        }
        boolean isFirst = begun.putIfAbsent(activityId, now) == null
                || (begun.get(activityId).isBefore(deadBefore) && begun.replace(activityId, now) != null);
        return isFirst ? DeliveryState.FIRST : DeliveryState.UNDER_WAY;
    }

    @Override
    public void renew(String activityId, Instant now) {
        check();
        begun.replace(activityId, now);
    }

    @Override
    public void answered(String activityId, Instant now) {
        check();
        answered.add(activityId);
        kept.remove(activityId);
        due.remove(activityId);
    }

    @Override
    public void unanswered(String activityId) {
        check();
        begun.remove(activityId);
    }

    @Override
    public void keep(KeptActivity activity, Instant until) {
        check();
        LockSupport.parkNanos(keepingTakes.toNanos());
        kept.putIfAbsent(activity.id(), activity);
        due.put(activity.id(), until);
    }

    @Override
    public List<KeptActivity> abandoned(Instant now, Instant deadBefore) {
        return kept.values().stream()
                .filter(one -> !due.getOrDefault(one.id(), Instant.MAX).isAfter(now))
                .filter(one -> answered.contains(one.id())
                        || begun.getOrDefault(one.id(), Instant.EPOCH).isBefore(deadBefore))
                .toList();
    }

    /** Nothing is to be answered any more, and it is in reach. */
    void keepsNothing() {
        outOfReach = false;
        keepingTakes = Duration.ZERO;
        kept.clear();
        due.clear();
    }

    /** What is kept now. */
    public List<KeptActivity> kept() {
        return List.copyOf(kept.values());
    }
}
