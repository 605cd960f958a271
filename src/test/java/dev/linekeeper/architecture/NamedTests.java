package dev.linekeeper.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tests there are, by the name that pages call them: {@code Class.method}. */
final class NamedTests {
    private static final List<String> KINDS =
            List.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate", "Property", "Example");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+(?:Test|Contract)\\.\\w+)`");

    private static final List<JavaMethod> METHODS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages(House.ROOT).stream()
                    .flatMap(type -> type.getMethods().stream())
                    .toList();

    private NamedTests() {}

    static SortedSet<String> all() {
        return METHODS.stream()
                .filter(NamedTests::isTest)
                .map(NamedTests::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By requirement, the methods that are marked with it, tests or not. */
    static SortedMap<String, SortedSet<String>> marked() {
        var marked = new TreeMap<String, SortedSet<String>>();
        for (JavaMethod method : METHODS) {
            method.tryGetAnnotationOfType(Requirement.class)
                    .ifPresent(mark -> List.of(mark.value())
                            .forEach(id -> marked.computeIfAbsent(id, _ -> new TreeSet<>())
                                    .add(name(method))));
        }
        return marked;
    }

    /** The tests that a page names. */
    static List<String> namedOn(String page) {
        return NAME.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static boolean isTest(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(mark -> KINDS.contains(mark.getRawType().getSimpleName()));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
