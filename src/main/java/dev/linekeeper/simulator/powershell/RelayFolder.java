package dev.linekeeper.simulator.powershell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.util.FileSystemUtils;

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
        FileSystemUtils.deleteRecursively(path);
    }
}
