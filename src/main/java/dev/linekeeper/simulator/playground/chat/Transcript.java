package dev.linekeeper.simulator.playground.chat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The newest messages of every conversation and each persona's unread count, in memory. Thread-safe. */
public final class Transcript {
    private static final int MOST_PER_ROOM = 500;

    private record ReadMark(String oid, String room) {}

    private final Clock clock;
    private final TreeMap<Long, Message> messages = new TreeMap<>();
    private final Map<ReadMark, Long> read = new HashMap<>();
    private long lastId;

    public Transcript(Clock clock) {
        this.clock = clock;
    }

    /** A new id, greater than all before; like those of Teams a time in milliseconds. */
    public synchronized String nextId() {
        lastId = Math.max(clock.millis(), lastId + 1);
        return Long.toString(lastId);
    }

    public synchronized void add(Message message) {
        messages.put(Long.valueOf(message.id()), message);
        var inRoom = of(message.thread().room());
        if (inRoom.size() > MOST_PER_ROOM) {
            messages.remove(Long.valueOf(inRoom.getFirst().id()));
        }
        message.author()
                .ifPresent(author -> read.put(reader(author, message.thread().room()), Long.valueOf(message.id())));
    }

    public synchronized Optional<Message> find(String id) {
        return id.isEmpty() || !id.chars().allMatch(c -> c >= '0' && c <= '9') || id.length() > 18
                ? Optional.empty()
                : Optional.ofNullable(messages.get(Long.valueOf(id)));
    }

    /** The changed message; empty when there is no such message. */
    public synchronized Optional<Message> change(String id, UnaryOperator<Message> how) {
        var after = find(id).map(how);
        after.ifPresent(message -> messages.put(Long.valueOf(id), message));
        return after;
    }

    public synchronized List<Message> of(PlaygroundConversation room) {
        return messages.values().stream()
                .filter(message -> message.thread().room().equals(room))
                .toList();
    }

    public synchronized Optional<Message> last(PlaygroundConversation room) {
        return messages.descendingMap().values().stream()
                .filter(message -> message.thread().room().equals(room))
                .filter(message -> message.state() != Message.MessageState.REMOVED)
                .findFirst();
    }

    public synchronized int unread(Persona person, PlaygroundConversation room) {
        long mark = read.getOrDefault(reader(person, room), 0L);
        return (int) messages.tailMap(mark, false).values().stream()
                .filter(message -> message.thread().room().equals(room))
                .filter(message -> message.state() != Message.MessageState.REMOVED)
                .filter(message -> !message.author().equals(Optional.of(person)))
                .count();
    }

    public synchronized void markRead(Persona person, PlaygroundConversation room) {
        read.put(reader(person, room), messages.isEmpty() ? 0L : messages.lastKey());
    }

    public synchronized void clear() {
        messages.clear();
        read.clear();
    }

    private static ReadMark reader(Persona person, PlaygroundConversation room) {
        return new ReadMark(person.oid(), room.id());
    }
}
