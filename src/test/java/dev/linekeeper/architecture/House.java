package dev.linekeeper.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The application as the architecture tests look at it: its compiled classes, its packages, its rooms and its source
 * files.
 */
final class House {
    static final String ROOT = "dev.linekeeper";
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private House() {}

    /** The source roots there are, tests and benchmarks included; {@code src/template/java} lives on its own. */
    static List<Path> sourceRoots() {
        return folders("main", "template", "simulator", "test", "jmh");
    }

    /** The source roots whose classes are shipped. */
    static List<Path> shippedRoots() {
        return folders("main", "template", "simulator");
    }

    private static List<Path> folders(String... names) {
        return Stream.of(names)
                .map(name -> Path.of("src", name, "java"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** Every Java file below a folder, in the order of their paths. */
    static List<Path> javaFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packages that have a class of their own, {@code package-info} aside. */
    static SortedSet<String> packages() {
        return CLASSES.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rooms that have classes: the first name below the root, and each adapter for itself. */
    static Set<String> rooms() {
        return packages().stream().map(House::room).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The room a package belongs to: {@code core} for {@code dev.linekeeper.core.tenant}; empty for the root. */
    static String room(String packageName) {
        if (packageName.equals(ROOT)) {
            return "";
        }
        String[] names = packageName.substring(ROOT.length() + 1).split("\\.");
        return names[0].equals("adapter") && names.length > 1 ? "adapter." + names[1] : names[0];
    }

    /** Named types, nested ones included; anonymous and local classes and what the compiler adds are left out. */
    static List<JavaClass> types() {
        return CLASSES.stream()
                .filter(type -> !type.isAnonymousClass()
                        && !type.isLocalClass()
                        && !type.getSimpleName().isEmpty()
                        && !type.getSimpleName().equals("package-info")
                        && !type.getSimpleName().startsWith("$"))
                .toList();
    }
}
