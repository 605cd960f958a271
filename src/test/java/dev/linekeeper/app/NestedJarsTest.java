package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedJarsTest {
    private static final String FIRST = "dev.linekeeper.core.tenant.LocationId";
    private static final String SECOND = "dev.linekeeper.core.tenant.GroupId";

    @TempDir
    Path folder;

    private URLClassLoader launched;
    private NestedJars jars;

    @BeforeEach
    void twoJarsShareAPackage() throws IOException {
        launched = new URLClassLoader(
                new URL[] {jar("a", "7", FIRST, "words.txt"), jar("b", "8", SECOND, "words.txt")},
                ClassLoader.getPlatformClassLoader());
        jars = new NestedJars(launched);
    }

    @AfterEach
    void close() throws IOException {
        jars.close();
        launched.close();
    }

    @Test
    void aClassIsFoundInTheJarThatHasItAndDefinedAnew() throws Exception {
        var found = jars.loadClass(SECOND);

        assertThat(found.getClassLoader()).isSameAs(jars);
        assertThat(launched.loadClass(SECOND)).isNotSameAs(found);
        assertThat(found.getProtectionDomain().getCodeSource().getLocation().toString())
                .endsWith("b.jar!/");
    }

    @Test
    void aPackageOfTwoJarsIsFoundInBothAndHasTheVersionOfTheFirst() throws Exception {
        var first = jars.loadClass(FIRST);
        var second = jars.loadClass(SECOND);

        assertThat(first.getPackage()).isSameAs(second.getPackage());
        assertThat(first.getPackage().getImplementationVersion()).isEqualTo("7");
    }

    @Test
    void resourcesAreThoseOfEveryJarInTheirOrder() throws Exception {
        assertThat(jars.getResource("words.txt").toString()).endsWith("a.jar!/words.txt");
        assertThat(Collections.list(jars.getResources("words.txt"))).hasSize(2);
    }

    @Test
    void aClassThatNoJarHasIsNotFound() {
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> jars.loadClass("dev.linekeeper.core.tenant.Nobody"))
                .withMessage("dev.linekeeper.core.tenant.Nobody");
    }

    private URL jar(String name, String version, String type, String resource) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        var file = folder.resolve(name + ".jar");
        var path = type.replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                var content = getClass().getClassLoader().getResourceAsStream(path)) {
            jar.putNextEntry(new JarEntry(path));
            content.transferTo(jar);
            jar.putNextEntry(new JarEntry(resource));
        }
        return URI.create("jar:%s!/".formatted(file.toUri())).toURL();
    }
}
