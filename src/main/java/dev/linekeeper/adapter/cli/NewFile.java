package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.output.Shell;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file that an answer goes into; one that is there already is left alone. */
final class NewFile {
    private NewFile() {}

    /** Writes into the file, or to standard output where none is named. */
    static void write(@Nullable Path file, Shell shell, Consumer<PrintWriter> answer) {
        if (file == null) {
            answer.accept(shell.out());
            return;
        }
        make(file, shell, () -> {
            try (var to = new PrintWriter(Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW))) {
                answer.accept(to);
                if (to.checkError()) {
                    throw new BadInput("%s cannot be written".formatted(file));
                }
            }
        });
    }

    /** Writes what is no text. */
    static void write(Path file, Shell shell, byte[] content) {
        make(file, shell, () -> Files.write(file, content, StandardOpenOption.CREATE_NEW));
    }

    private static void make(Path file, Shell shell, Writing writing) {
        try {
            writing.run();
        } catch (FileAlreadyExistsException _) {
            throw new BadInput("%s is there already; name another file".formatted(file));
        } catch (IOException failed) {
            throw new BadInput("%s cannot be written: %s".formatted(file, failed.getMessage()));
        }
        shell.line("%s written", file);
    }

    private interface Writing {
        void run() throws IOException;
    }
}
