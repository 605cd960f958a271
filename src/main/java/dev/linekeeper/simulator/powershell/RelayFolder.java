package dev.linekeeper.simulator.powershell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A temporary folder with the relay's class file, because Java cannot start a class inside an application's jar. */
record RelayFolder(Path path) {
    static RelayFolder create() throws IOException {
        var name = PowerShellRelay.class.getName().replace('.', '/') + ".class";
        var folder = Files.createTempDirectory("linekeeper-relay-");
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream code = Objects.requireNonNull(RelayFolder.class.getResourceAsStream("/" + name), name)) {
            Files.write(file, code.readAllBytes());
        }
        return new RelayFolder(folder);
    }

    void delete() throws IOException {
        List<Path> all;
        try (var found = Files.walk(path)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (var each : all) {
            Files.delete(each);
        }
    }
}
