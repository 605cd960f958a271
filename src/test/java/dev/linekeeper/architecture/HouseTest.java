package dev.linekeeper.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house in numbers, printed by {@code mvn test -Dtest=HouseTest}, and the sizes nothing may outgrow. */
class HouseTest {
    private static final int LARGEST_FILE = 250;
    private static final int FILES_A_PACKAGE = 25;
    private static final int MEDIAN_FILE = 50;

    /** Simple names that nested types share with other types, at most five in all, each with its reason. */
    private static final Map<String, String> NESTED_DOUBLES =
            Map.of("Row", "one of a list of people that somebody gives, and one of a listing that they are shown");

    private static final int MOST_NESTED_DOUBLES = 5;
    private static final Set<String> NOT_PRODUCT = Set.of("simulator", "template", "adapter.tenantfile");

    /** A Java file of a source root. */
    private record Source(Path root, Path file, int lines) {
        String packageName() {
            return root.relativize(file.getParent()).toString().replace('/', '.');
        }

        String room() {
            return House.room(packageName());
        }
    }

    private static List<Source> shipped = List.of();

    @BeforeAll
    static void read() throws IOException {
        shipped = sources(House.shippedRoots());
    }

    @Test
    void the_numbers_by_room() {
        List<String> table = new ArrayList<>();
        table.add(row("room", "lines", "files", "types", "median", "largest", "doubles"));
        shipped.stream().map(Source::room).distinct().sorted().forEach(room -> table.add(numbers(room, room::equals)));
        table.add(numbers("product", room -> !NOT_PRODUCT.contains(room)));
        table.add(numbers("all", _ -> true));
        System.out.println(String.join("\n", table));
        System.out.println("doubles: " + doubles());
        assertThat(table).hasSizeGreaterThan(10);
    }

    @Test
    void a_simple_name_is_one_top_level_types() {
        assertThat(topLevelDoubles()).isEmpty();
    }

    @Test
    void few_nested_types_share_a_name_and_each_has_its_reason() {
        Map<String, Collection<String>> found = new TreeMap<>(doubles());
        topLevelDoubles().keySet().forEach(found::remove);
        NESTED_DOUBLES.keySet().forEach(found::remove);
        assertThat(found).isEmpty();
        assertThat(NESTED_DOUBLES).hasSizeLessThanOrEqualTo(MOST_NESTED_DOUBLES);
        assertThat(doubles().keySet()).as("names still taken twice").containsAll(NESTED_DOUBLES.keySet());
    }

    @Test
    void no_file_is_too_long_to_read() {
        assertThat(shipped).filteredOn(source -> source.lines() > LARGEST_FILE).isEmpty();
    }

    @Test
    void no_package_is_too_full_to_survey() throws IOException {
        Map<String, Long> full = sources(House.sourceRoots()).stream()
                .collect(Collectors.groupingBy(
                        source -> source.root() + " " + source.packageName(), TreeMap::new, Collectors.counting()));
        full.values().removeIf(files -> files <= FILES_A_PACKAGE);
        assertThat(full).isEmpty();
    }

    @Test
    void the_products_files_are_short() {
        assertThat(median(filesOf(room -> !NOT_PRODUCT.contains(room)))).isLessThanOrEqualTo(MEDIAN_FILE);
    }

    private static String numbers(String title, Predicate<String> rooms) {
        List<Source> files = filesOf(rooms);
        List<JavaClass> types = House.types().stream()
                .filter(type -> rooms.test(House.room(type.getPackageName())))
                .toList();
        Set<String> twice = doubles().keySet();
        return row(
                title,
                files.stream().mapToInt(Source::lines).sum(),
                files.size(),
                types.size(),
                median(files),
                files.stream().mapToInt(Source::lines).max().orElse(0),
                types.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(twice::contains)
                        .distinct()
                        .count());
    }

    private static String row(Object... cells) {
        return "%-20s %8s %6s %6s %7s %8s %8s".formatted(cells);
    }

    private static List<Source> filesOf(Predicate<String> rooms) {
        return shipped.stream().filter(source -> rooms.test(source.room())).toList();
    }

    private static int median(List<Source> files) {
        return files.stream()
                .map(Source::lines)
                .sorted()
                .skip(files.size() / 2)
                .findFirst()
                .orElse(0);
    }

    /** Simple names of more than one type, with the full names of these. */
    private static Map<String, Collection<String>> doubles() {
        return shared(House.types().stream());
    }

    private static Map<String, Collection<String>> topLevelDoubles() {
        return shared(House.types().stream().filter(JavaClass::isTopLevelClass));
    }

    private static Map<String, Collection<String>> shared(Stream<JavaClass> types) {
        Map<String, Collection<String>> named = types.collect(Collectors.groupingBy(
                JavaClass::getSimpleName,
                TreeMap::new,
                Collectors.mapping(JavaClass::getName, Collectors.toCollection(ArrayList::new))));
        named.values().removeIf(names -> names.size() == 1);
        return named;
    }

    private static List<Source> sources(List<Path> roots) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path root : roots) {
            for (Path file : House.javaFiles(root)) {
                sources.add(new Source(root, file, Files.readAllLines(file).size()));
            }
        }
        return sources;
    }
}
