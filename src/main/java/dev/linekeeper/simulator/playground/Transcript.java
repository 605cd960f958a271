package dev.linekeeper.simulator.playground;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the playground remembers, in memory: the newest messages of every conversation, each persona's unread count, and for
 * whom the bot is installed. Thread-safe.
 */
final class Transcript {
    private static final int MOST_PER_ROOM = 500;

    private record ReadMark(Persona reader, String room) {}

    private final Clock clock;
    private final TreeMap<Long, Message> messages = new TreeMap<>();
    private final Map<ReadMark, Long> read = new HashMap<>();
    private final Set<Persona> installed = new HashSet<>();
    private long lastId;

    Transcript(Clock clock) {
        this.clock = clock;
    }

    /** A new id, greater than all before; like those of Teams a time in milliseconds. */
    synchronized String nextId() {
        lastId = Math.max(clock.millis(), lastId + 1);
        return Long.toString(lastId);
    }

    synchronized void add(Message message) {
        var id = Long.valueOf(message.id());
        messages.put(id, message);
        var inRoom = of(message.where());
        if (inRoom.size() > MOST_PER_ROOM) {
            messages.remove(Long.valueOf(inRoom.getFirst().id()));
        }
        message.author()
                .ifPresent(
                        author -> read.put(new ReadMark(author, message.where().room()), id));
    }

    synchronized Optional<Message> find(String id) {
        return id.matches("[0-9]{1,18}") ? Optional.ofNullable(messages.get(Long.valueOf(id))) : Optional.empty();
    }

    /** The changed message; empty when there is no such message. */
    synchronized Optional<Message> change(String id, UnaryOperator<Message> how) {
        var after = find(id).map(how);
        after.ifPresent(message -> messages.put(Long.valueOf(id), message));
        return after;
    }

    /** The messages in the room, those of threads included. */
    synchronized List<Message> of(PlaygroundConversation room) {
        return in(room, messages).toList();
    }

    synchronized int unread(Persona person, PlaygroundConversation room) {
        long mark = read.getOrDefault(new ReadMark(person, room.room()), 0L);
        return (int) in(room, messages.tailMap(mark, false))
                .filter(message -> message.state() != Message.MessageState.REMOVED)
                .filter(message -> !message.author().equals(Optional.of(person)))
                .count();
    }

    synchronized void markRead(Persona person, PlaygroundConversation room) {
        read.put(new ReadMark(person, room.room()), messages.isEmpty() ? 0L : messages.lastKey());
    }

    /** Until the next {@link #markRead} nothing counts as unread; false when the bot is installed for the person already. */
    synchronized boolean install(Persona person) {
        if (!installed.add(person)) {
            return false;
        }
        read.put(new ReadMark(person, PlaygroundConversation.with(person).room()), Long.MAX_VALUE);
        return true;
    }

    synchronized void uninstall(Persona person) {
        installed.remove(person);
    }

    /** Forgets the installations too, so that the next visit installs and welcomes again. */
    synchronized void clear() {
        messages.clear();
        read.clear();
        installed.clear();
    }

    private static Stream<Message> in(PlaygroundConversation room, Map<Long, Message> messages) {
        return messages.values().stream()
                .filter(message -> message.where().room().equals(room.room()));
    }
}
