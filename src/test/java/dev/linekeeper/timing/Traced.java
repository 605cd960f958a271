package dev.linekeeper.timing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Counts calls of methods in this process, those of the JDK too, by Flight Recorder's method tracing. */
public final class Traced {
    private Traced() {}

    /**
     * The calls made meanwhile, each with its thread and stack. Methods are written {@code package.Class::name}, constructors
     * {@code ::<init>}.
     */
    public static List<RecordedEvent> calls(Runnable work, String... methods) {
        try (var recording = new Recording()) {
            recording.enable("jdk.MethodTrace").with("filter", String.join(";", methods));
            recording.start();
            work.run();
            recording.stop();
            Path file = Files.createTempFile("traced", ".jfr");
            try {
                recording.dump(file);
                return RecordingFile.readAllEvents(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
