package dev.linekeeper.service.metrics;

/**
 * Pieces of work with a beginning and an end, for whoever keeps traces; where no collector is named nobody does. Like a log,
 * they are told from anywhere. A span that begins while another is open on the thread belongs to it. Its values are words of
 * closed lists, numbers of requests and ids of calls, never a person. Thread-safe.
 */
public final class Spans {
    private static final Keeper NOBODY = new Keeper() {
        @Override
        public Span begin(String name) {
            return UNKEPT;
        }

        @Override
        public Runnable carried(Runnable task) {
            return task;
        }
    };

    private static final Span UNKEPT = new Span() {
        @Override
        public Span named(String name) {
            return this;
        }

        @Override
        public Span with(String key, String value) {
            return this;
        }

        @Override
        public void failed(String why) {}

        @Override
        public void close() {}
    };

    private static volatile Keeper keeper = NOBODY;

    private Spans() {}

    /** Keeps what is told. */
    public interface Keeper {
        Span begin(String name);

        /** The task, whose spans belong to the one that is open here. */
        Runnable carried(Runnable task);
    }

    /** One piece of work, which ends when it is closed, on the thread it began on. */
    public interface Span extends AutoCloseable {
        /** Gives it another name, once more is known. */
        Span named(String name);

        Span with(String key, String value);

        /** Says that it did not end well, in a word. */
        void failed(String why);

        @Override
        void close();
    }

    /** Has them kept from now on. */
    public static void keptBy(Keeper other) {
        keeper = other;
    }

    /** Has nobody keep them. */
    public static void unkept() {
        keeper = NOBODY;
    }

    public static Span begin(String name) {
        return keeper.begin(name);
    }

    static Runnable carried(Runnable task) {
        return keeper.carried(task);
    }
}
