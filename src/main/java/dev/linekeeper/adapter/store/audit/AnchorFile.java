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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Points of the audit chain in files to which lines are only added: time, number of records, hash. Where the setting names
 * a folder each replica has a file of its own in it, and reads those of the others. A line that a crash cut short is passed
 * over. Without a setting they are kept until the process ends. Thread-safe.
 */
public final class AnchorFile implements AuditAnchors {
    private static final Pattern LINE = Pattern.compile("\\S+ (\\d{1,18}) ([0-9a-f]{64})");
    private static final String ENDING = ".anchors";

    /** Kinds of file systems that end with their container or machine. */
    private static final Set<String> PASSING = Set.of("overlay", "overlayfs", "tmpfs", "ramfs", "aufs");

    private final @Nullable Path setting;
    private final String replica;
    private final List<AuditAnchor> known = new ArrayList<>();
    private boolean read;

    @Autowired
    AnchorFile(LinekeeperProperties settings, Environment environment) {
        this(settings.audit().anchorFile(), environment.getProperty("HOSTNAME", "replica"));
    }

    /** {@code file} is null where there is none. */
    public AnchorFile(@Nullable Path file) {
        this(file, "replica");
    }

    /**
     * Opens the file, or folder of files.
     *
     * @param setting null where there is none
     * @param replica the name of this process's file in a folder, without its ending
     */
    public AnchorFile(@Nullable Path setting, String replica) {
        this.setting = setting;
        this.replica = replica.replaceAll("[^A-Za-z0-9.-]", "-");
    }

    @Override
    public synchronized List<AuditAnchor> all() {
        readOnce();
        return List.copyOf(known);
    }

    @Override
    public synchronized Optional<AuditAnchor> newest() {
        readOnce();
        return known.stream().max(Comparator.comparingLong(AuditAnchor::records));
    }

    @Override
    public Optional<AnchorPlace> place() {
        if (setting == null) {
            return Optional.empty();
        }
        try {
            Path there =
                    Files.exists(setting) ? setting : setting.toAbsolutePath().getParent();
            String kind = Files.getFileStore(there).type().toLowerCase(Locale.ROOT);
            return Optional.of(new AnchorPlace(setting.toString(), !PASSING.contains(kind)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public synchronized void note(AuditAnchor anchor, Instant at) {
        readOnce();
        if (setting != null) {
            Path file = Files.isDirectory(setting) ? setting.resolve(replica + ENDING) : setting;
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
        if (!read && setting != null && Files.exists(setting)) {
            known.clear();
            try (var files = Files.isDirectory(setting) ? Files.list(setting) : Stream.of(setting)) {
                for (Path file : files.filter(this::hasPoints).sorted().toList()) {
                    read(file);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        read = true;
    }

    private boolean hasPoints(Path file) {
        return file.equals(setting) || file.toString().endsWith(ENDING);
    }

    private void read(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            lines.map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> new AuditAnchor(Long.parseLong(line.group(1)), line.group(2)))
                    .forEach(known::add);
        }
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
