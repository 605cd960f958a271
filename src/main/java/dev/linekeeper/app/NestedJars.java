package dev.linekeeper.app;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the jars inside {@code linekeeper.jar}, looked for first in the jar that had the last one of their package. Spring
 * Boot's loader opens a connection to each jar in the order of their names, Spring's among the last: half of the work of a start.
 */
final class NestedJars extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final URLClassLoader launched;
    private final List<NestedJar> jars;
    private final Map<String, NestedJar> lastByFolder = new ConcurrentHashMap<>();

    /** One jar, with the address that ends in {@code !/}. */
    private record NestedJar(URL address, JarFile file) {
        static NestedJar open(URL address) {
            try {
                return new NestedJar(address, ((JarURLConnection) address.openConnection()).getJarFile());
            } catch (IOException unreadable) {
                throw new IllegalStateException("%s cannot be read".formatted(address), unreadable);
            }
        }
    }

    /** The loader's classes, defined anew; its parent's stay the parent's. */
    NestedJars(URLClassLoader launched) {
        super("linekeeper", launched.getURLs(), launched.getParent());
        this.launched = launched;
        this.jars = Arrays.stream(launched.getURLs()).map(NestedJar::open).toList();
    }

    /** Runs the program with the loader's classes defined anew. */
    static void main(URLClassLoader launched, String... args) throws ReflectiveOperationException {
        var jars = new NestedJars(launched);
        Thread.currentThread().setContextClassLoader(jars);
        jars.loadClass(LinekeeperApplication.class.getName())
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var path = name.replace('.', '/') + ".class";
        var jar = having(path).orElseThrow(() -> new ClassNotFoundException(name));
        try (var content = jar.file().getInputStream(jar.file().getJarEntry(path))) {
            definePackageOnce(name.substring(0, Math.max(0, name.lastIndexOf('.'))), jar);
            var bytes = content.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, new CodeSource(jar.address(), (CodeSigner[]) null));
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    @Override
    public @Nullable URL findResource(String path) {
        return launched.findResource(path);
    }

    @Override
    public Enumeration<URL> findResources(String path) throws IOException {
        return launched.findResources(path);
    }

    private Optional<NestedJar> having(String path) {
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        var last = lastByFolder.get(folder);
        if (last != null && last.file().getJarEntry(path) != null) {
            return Optional.of(last);
        }
        var found = jars.stream()
                .filter(jar -> jar.file().getJarEntry(path) != null)
                .findFirst();
        found.ifPresent(jar -> lastByFolder.put(folder, jar));
        return found;
    }

    private void definePackageOnce(String name, NestedJar jar) throws IOException {
        if (getDefinedPackage(name) != null) {
            return;
        }
        try {
            var manifest = jar.file().getManifest();
            if (manifest == null) {
                definePackage(name, null, null, null, null, null, null, null);
            } else {
                definePackage(name, manifest, jar.address());
            }
        } catch (IllegalArgumentException raced) {
            Objects.requireNonNull(getDefinedPackage(name), name); // another thread was faster
        }
    }
}
