package dev.linekeeper.template.value;

import tools.jackson.databind.JsonNode;

/**
 * What one evaluation has spent, and what it holds. Everything that works in proportion to what it is given is charged here,
 * by size: a step is about the work of looking at one item, of following one call, or of copying eight characters. Not
 * thread-safe: one evaluation, one accountant.
 */
public final class Accountant {
    /** Charges nothing that matters: for what the engine does with a template before anybody's data are there. */
    private static final long ENDLESS = Long.MAX_VALUE / 2;

    /** What a list's place, an object's property and anything with a head of its own take, in bytes. */
    private static final int PLACE = 16;

    private static final int PROPERTY = 48;
    private static final int HEAD = 64;

    private final int maxText;
    private final int maxItems;
    private final long maxSteps;
    private final long maxMemory;
    private long steps;
    private long held;
    private long kept;

    /**
     * An accountant of an evaluation that begins.
     *
     * @param steps how many steps of work are allowed in all
     * @param memory how many bytes may be held at a time, roughly
     * @param maxText how long one text may become, in UTF-16 units
     * @param maxItems how many items one list may have
     */
    public Accountant(long steps, long memory, int maxText, int maxItems) {
        this.maxSteps = steps;
        this.steps = steps;
        this.maxMemory = memory;
        this.maxText = maxText;
        this.maxItems = maxItems;
    }

    /** One that refuses nothing. */
    public static Accountant unlimited() {
        return new Accountant(ENDLESS, ENDLESS, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Pays for {@code count} steps of work. */
    public void spend(long count) {
        steps -= count;
        if (steps < 0) {
            steps = 0;
            throw Failure.limit("the evaluation takes more than %d steps".formatted(maxSteps));
        }
    }

    /** Pays for looking at so many characters. */
    public void read(long characters) {
        spend(characters >> 3);
    }

    /** Pays for looking at a value once, not at what is in it: at the characters of a text, the places of a list. */
    public void read(JsonNode value) {
        switch (value.getNodeType()) {
            case STRING -> read(value.stringValue().length());
            case ARRAY, OBJECT -> spend(value.size());
            case BINARY -> read(value.binaryValue().length);
            default -> { // Anything else is looked at in one step, which its call has paid for.
            }
        }
    }

    /** How long a text may become. */
    public int maxText() {
        return maxText;
    }

    /** Refuses a text that would be too long. */
    public void checkText(long length) {
        if (length > maxText) {
            throw Failure.limit("a text would be longer than %d characters".formatted(maxText));
        }
    }

    /** Pays for a text of that length before it is built. */
    public void makeText(long length) {
        checkText(length);
        read(length);
        hold(HEAD + 2 * length);
    }

    /** Refuses a list that would be too long. */
    public void checkItems(long count) {
        if (count > maxItems) {
            throw Failure.limit("a list would have more than %d items".formatted(maxItems));
        }
    }

    /** Pays for a list of that many items, which are there already, before it is built. */
    public void makeItems(long count) {
        makeItems(count, 0);
    }

    /** Pays for a list of that many items before it is built, and for so many bytes that each of them takes by itself. */
    public void makeItems(long count, int bytesEach) {
        checkItems(count);
        spend(count);
        hold(HEAD + count * (PLACE + bytesEach));
    }

    /** Pays for an object of that many properties, whose values are there already, before it is built. */
    public void makeProperties(long count) {
        spend(count);
        hold(2 * HEAD + count * PROPERTY);
    }

    /** Notes that so many bytes more are held. */
    public void hold(long bytes) {
        held += bytes;
        if (held > maxMemory) {
            held = maxMemory;
            throw Failure.limit("the evaluation holds more than %d bytes".formatted(maxMemory));
        }
    }

    /** How many bytes are held now: a mark for {@link #release(long)}. */
    public long held() {
        return held;
    }

    /** What has been made since the mark is no longer held, unless it is to be kept. */
    public void release(long mark) {
        held = Math.max(Math.min(held, mark), kept);
    }

    /** As {@link #release(long)}, but for one value: only one that has nothing in it can be told from what it was made of. */
    public void release(long mark, JsonNode value) {
        if (value.isString()) {
            held = Math.max(
                    Math.min(held, mark + HEAD + 2L * value.stringValue().length()), kept);
        } else if (!value.isContainer() && !value.isBinary() && !value.isPojo()) {
            release(mark);
        }
    }

    /** What is held now is held until the end. */
    public void keep() {
        kept = held;
    }
}
