package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.service.tenant.ManualTime;
import dev.linekeeper.service.tenant.Throttles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * A host of a few lines of shell that says what a test wrote into a folder: the answers to a cmdlet in order, the last one
 * again and again. Cmdlets without answers give nothing.
 */
final class ScriptedPowerShell implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String HOST = """
        cd "$0" || exit 9
        echo start >> log
        [ -f dies ] && { cat dies; exit 1; }
        while IFS= read -r line; do
          [[ $line =~ '"marker":"'([^'"']*) ]] && marker=${BASH_REMATCH[1]}
          [[ $line =~ '"id":"'([0-9]+) ]] && id=${BASH_REMATCH[1]}
          name=version
          [[ $line == *'"call":"connect"'* ]] && name=connect
          [[ $line =~ '"cmdlet":"'([A-Za-z-]+) ]] && name=${BASH_REMATCH[1]}
          echo "$name $line" >> log
          read -r count 2>/dev/null < "count-$name" || count=0
          [ -f "$name-$((count + 1))" ] && count=$((count + 1)) && echo $count > "count-$name"
          answer='"result":[]'
          [ -f "$name-$count" ] && read -r answer < "$name-$count"
          printf '%s{%s,"id":"%s"}\\n' "$marker" "$answer" "$id"
        done
        """;

    private final Path folder;
    final PowerShellBackend backend;

    ScriptedPowerShell(Path folder, Clock clock) {
        this.folder = folder;
        answer("version", "'result':{'module':'7.9.0'}");
        answer("connect", "'result':true");
        backend = PowerShellBackend.open(
                List.of("bash", "-c", HOST, folder.toString()),
                new SignIn.StandInSignIn(),
                new PowerShellBackend.PowerShellPool(1, LONG, LONG),
                Throttles.in(new ManualTime()),
                clock);
    }

    ScriptedPowerShell(Path folder) {
        this(folder, Clock.systemUTC());
    }

    /** The answers to a cmdlet, with single quotes for double ones: {@code 'result':[…]} or {@code 'error':{…}}. */
    ScriptedPowerShell answer(String cmdlet, String... answers) {
        for (int at = 0; at < answers.length; at++) {
            write("%s-%d".formatted(cmdlet, at + 1), answers[at].replace('\'', '"') + "\n");
        }
        return this;
    }

    /** It prints this and ends at its start. */
    ScriptedPowerShell dies(String text) {
        write("dies", text + "\n");
        return this;
    }

    /** The calls so far: {@code start}, {@code version}, {@code connect} and cmdlets, each with its line. */
    List<String> asked() {
        try {
            return Files.readAllLines(folder.resolve("log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    long asked(String name) {
        return asked().stream()
                .filter(line -> line.split(" ", 2)[0].equals(name))
                .count();
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        backend.close();
    }
}
