package dev.linekeeper.adapter.store.audit;

import dev.linekeeper.service.audit.AuditAnchor;
import dev.linekeeper.service.audit.AuditAnchors;
import dev.linekeeper.settings.LinekeeperProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Points of the audit chain in a file to which lines are only added: time, number of records, hash. A line that a crash cut
 * short is passed over. Without a file they are kept until the process ends. Thread-safe.
 */
public final class AnchorFile implements AuditAnchors {
    private static final Pattern LINE = Pattern.compile("\\S+ (\\d{1,18}) ([0-9a-f]{64})");

    private final @Nullable Path file;
    private final List<AuditAnchor> known = new ArrayList<>();
    private boolean read;

    @Autowired
    AnchorFile(LinekeeperProperties settings) {
        this(settings.audit().anchorFile());
    }

    /** {@code file} is null where there is none. */
    public AnchorFile(@Nullable Path file) {
        this.file = file;
    }

    @Override
    public synchronized List<AuditAnchor> all() {
        readOnce();
        return List.copyOf(known);
    }

    @Override
    public synchronized Optional<AuditAnchor> newest() {
        readOnce();
        return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast());
    }

    @Override
    public synchronized void note(AuditAnchor anchor, Instant at) {
        readOnce();
        if (file != null) {
            try {
                // A line of its own, whatever a crash left of the one before.
                Files.writeString(
                        file,
                        "%s%s %d %s\n".formatted(endsMidLine(file) ? "\n" : "", at, anchor.records(), anchor.head()),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.SYNC);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        known.add(anchor);
    }

    private void readOnce() {
        if (!read && file != null && Files.exists(file)) {
            known.clear();
            try (var lines = Files.lines(file)) {
                lines.map(LINE::matcher)
                        .filter(Matcher::matches)
                        .map(line -> new AuditAnchor(Long.parseLong(line.group(1)), line.group(2)))
                        .forEach(known::add);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        read = true;
    }

    private static boolean endsMidLine(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (var channel = FileChannel.open(file)) {
            var last = ByteBuffer.allocate(1);
            channel.read(last, channel.size() - 1);
            return last.get(0) != '\n';
        }
    }
}
