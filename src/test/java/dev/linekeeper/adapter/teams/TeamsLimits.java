package dev.linekeeper.adapter.teams;

import dev.linekeeper.conversation.ConnectorStandIn.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Teams at its documented limits: sends away what exceeds them with 429 and Retry-After, fails so many calls of a hundred,
 * does not answer for some conversations and refuses others, whose people have blocked the bot.
 */
final class TeamsLimits {
    private record Limit(int operations, Duration window) {}

    private static final List<Limit> CONVERSATION = List.of(
            new Limit(7, Duration.ofSeconds(1)),
            new Limit(8, Duration.ofSeconds(2)),
            new Limit(60, Duration.ofSeconds(30)),
            new Limit(1_800, Duration.ofHours(1)));
    private static final List<Limit> BOT = List.of(new Limit(50, Duration.ofSeconds(1)));
    private static final int[] FAILURES = {500, 502, 503, 504};

    private final Map<String, Deque<Instant>> operations = new HashMap<>();
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final Set<String> blocked = ConcurrentHashMap.newKeySet();
    private final Random random;
    private final double failing;
    private int calls;
    private int failed;
    private int sentAway;

    TeamsLimits(long seed, double failing) {
        this.random = new Random(seed);
        this.failing = failing;
    }

    void hangs(String conversation) {
        hanging.add(conversation);
    }

    void blocks(String conversation) {
        blocked.add(conversation);
    }

    /** What goes wrong with a call to the conversation; empty when it is taken. */
    synchronized Optional<Trouble> trouble(String conversation) {
        calls++;
        Instant now = Instant.now();
        if (exceeds(BOT, "", now) || exceeds(CONVERSATION, conversation, now)) {
            sentAway++;
            return Optional.of(Trouble.tooManyRequests(2));
        }
        List.of("", conversation)
                .forEach(key ->
                        operations.computeIfAbsent(key, _ -> new ArrayDeque<>()).addLast(now));
        if (hanging.contains(conversation)) {
            return Optional.of(Trouble.silence());
        }
        if (blocked.contains(conversation)) {
            return Optional.of(Trouble.code(403, "ConversationBlockedByUser"));
        }
        if (random.nextDouble() < failing) {
            failed++;
            return Optional.of(Trouble.status(FAILURES[random.nextInt(FAILURES.length)]));
        }
        return Optional.empty();
    }

    private boolean exceeds(List<Limit> limits, String key, Instant now) {
        Deque<Instant> past = operations.getOrDefault(key, new ArrayDeque<>());
        return limits.stream()
                .anyMatch(limit -> past.stream()
                                .filter(at -> at.isAfter(now.minus(limit.window())))
                                .count()
                        >= limit.operations());
    }

    synchronized int calls() {
        return calls;
    }

    synchronized int failed() {
        return failed;
    }

    synchronized int sentAway() {
        return sentAway;
    }

    @Override
    public synchronized String toString() {
        return "%d calls, %d failed on purpose, %d sent away".formatted(calls, failed, sentAway);
    }
}
