package dev.linekeeper.adapter.store.drift;

/** Core records as JSON, as the whole store writes them. */
public interface DriftJson {
    String write(Object value);

    <T> T read(String text, Class<T> type);
}
