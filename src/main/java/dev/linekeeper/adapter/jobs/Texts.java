package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a job needs to know as plain text in the database: no Java serialisation, and readable in an emergency. */
final class Texts implements Serializer {
    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : data.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] stored) {
        return stored == null ? null : type.cast(new String(stored, StandardCharsets.UTF_8));
    }
}
