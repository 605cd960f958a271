package dev.linekeeper.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The boundaries of the house (CONTRIBUTING.md has the drawing) as tests: each room's closed list of what it may know. */
class ArchitectureTest {
    /** Rooms that are still to come, and rules that do not hold yet; empty when the house is built. */
    private static final Map<String, String> NOT_YET = Map.of();

    /**
     * What each room may know: rooms, and libraries by the beginning of their package. Nothing else, in either column.
     * Caffeine is chat's because a cache of names needs a bound, and what to forget first is its trade, not ours.
     */
    private static final String ROOMS = """
        core               |                                                                | org.jspecify
        service            | core                                                           | org.jspecify org.slf4j de.siegmar.fastcsv com.google.i18n.phonenumbers
        chat               | core service                                                   | org.jspecify org.slf4j com.google.i18n.phonenumbers com.github.benmanes.caffeine
        settings           | core                                                           | org.jspecify jakarta.validation org.hibernate.validator org.springframework
        adapter.entra      | core service settings                                          | org.jspecify org.slf4j org.springframework com.azure com.microsoft.aad.msal4j
        adapter.teams      | core service chat settings template adapter.entra              | org.jspecify org.slf4j org.springframework com.microsoft.bot com.fasterxml.jackson tools.jackson jakarta.servlet com.nimbusds okhttp3 com.azure.core.credential com.github.benmanes.caffeine io.github.bucket4j org.apache.catalina org.apache.coyote org.apache.tomcat
        adapter.graph      | core service settings adapter.entra                            | org.jspecify org.slf4j org.springframework com.microsoft.graph com.microsoft.kiota okhttp3 tools.jackson com.azure.core.credential com.azure.core.exception
        adapter.powershell | core service settings adapter.entra                            | org.jspecify org.slf4j org.springframework tools.jackson com.azure.core.credential com.azure.core.exception
        adapter.tenantfile | core service settings adapter.graph adapter.powershell         | org.jspecify org.slf4j org.springframework tools.jackson
        adapter.store      | core service chat settings adapter.entra                       | org.jspecify org.slf4j org.springframework javax.sql tools.jackson com.fasterxml.jackson.annotation io.github.bucket4j com.zaxxer.hikari
        adapter.jobs       | core service chat settings                                     | org.jspecify org.slf4j org.springframework javax.sql com.github.kagkarlsson
        adapter.telemetry  | core service                                                   | org.jspecify org.slf4j org.springframework io.micrometer ch.qos.logback io.opentelemetry
        adapter.cli        | core service chat settings template                            | org.jspecify org.slf4j org.springframework picocli tools.jackson
        simulator          | core service chat settings adapter                             | org.jspecify org.slf4j org.springframework jakarta.servlet tools.jackson com.fasterxml.jackson.annotation io.github.bucket4j org.apache.catalina org.apache.coyote org.apache.tomcat
        template           |                                                                | org.jspecify javax.xml org.w3c.dom org.xml.sax tools.jackson
        app                | core service chat settings adapter simulator                   | org.jspecify org.slf4j org.springframework
        """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = ROOMS)
    void a_room_knows_what_its_line_lists(String room, @Nullable String rooms, String libraries) {
        onceBuilt(room);
        classes()
                .that(areIn(room))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(Stream.of(
                                Stream.of("java..", inside(room)),
                                words(rooms).map(ArchitectureTest::inside),
                                words(libraries).map(name -> name + ".."))
                        .flatMap(names -> names)
                        .toArray(String[]::new)))
                .check(House.CLASSES);
    }

    @Test
    void every_class_is_in_a_room_that_has_a_line() {
        Set<String> known = new TreeSet<>();
        ROOMS.lines().map(line -> line.split("\\|")[0].strip()).forEach(known::add);
        assertThat(known).containsAll(House.rooms());
        known.removeAll(House.rooms());
        assertThat(NOT_YET.keySet()).as("rooms without a class").containsAll(known);
    }

    @Test
    void a_rule_about_a_room_that_does_not_exist_fails() {
        assertThatThrownBy(() -> classes()
                        .that(areIn("chatt"))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage("java.."))
                        .check(House.CLASSES))
                .hasMessageContaining("chatt");
    }

    /** Vendor's types, and where they stay. Azure's credentials are built in entra; others are handed one and ask it for tokens. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        com.microsoft.bot              | adapter.teams
        com.fasterxml.jackson.databind | adapter.teams
        com.nimbusds                   | adapter.teams
        com.microsoft.graph            | adapter.graph
        com.microsoft.kiota            | adapter.graph
        okhttp3                        | adapter.graph adapter.teams
        com.azure.identity             | adapter.entra
        com.azure.core.http            | adapter.entra
        com.microsoft.aad              | adapter.entra
        java.sql                       | adapter.store adapter.jobs
        javax.sql                      | adapter.store adapter.jobs
        org.springframework.jdbc       | adapter.store adapter.jobs
        com.github.kagkarlsson         | adapter.jobs
        io.github.bucket4j             | adapter.store adapter.teams simulator
        io.micrometer                  | adapter.telemetry
        ch.qos.logback                 | adapter.telemetry
        io.opentelemetry               | adapter.telemetry
        picocli                        | adapter.cli
        org.apache.catalina            | adapter.teams simulator
        """)
    void a_vendors_types_stay_in_their_room(String vendor, String rooms) {
        onceBuilt(vendor);
        String[] home = words(rooms).map(ArchitectureTest::inside).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(vendor + "..")
                .check(House.CLASSES);
        assertThat(House.CLASSES)
                .as("somebody in %s uses %s, or this line is out of date", rooms, vendor)
                .anyMatch(type -> isIn(type, rooms) && knows(type, vendor));
    }

    @Test
    void processes_are_started_for_powershell_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(inside("adapter.powershell"), inside("simulator"))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class, Runtime.class)
                .check(House.CLASSES);
    }

    @Test
    void only_the_wiring_knows_the_simulator_and_nobody_knows_the_wiring() {
        noClasses()
                .that()
                .resideOutsideOfPackages(inside("app"), inside("simulator"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(inside("simulator"))
                .check(House.CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("app"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(inside("app"))
                .check(House.CLASSES);
    }

    @Test
    void no_class_lives_in_the_hall() {
        assertThat(House.packages()).doesNotContain(House.ROOT, House.ROOT + ".adapter");
    }

    /** One package after another, and the packages as they lie inside each other: no way leads back, through the parent neither. */
    @Test
    void packages_do_not_go_round_in_circles() {
        slices().matching(House.ROOT + ".(**)").should().beFreeOfCycles().check(House.CLASSES);
    }

    @ParameterizedTest(name = "inside {0}")
    @MethodSource
    void rooms_do_not_go_round_in_circles(String parent) {
        slices().assignedFrom(new ChildrenOf(parent)).should().beFreeOfCycles().check(House.CLASSES);
    }

    static Set<String> rooms_do_not_go_round_in_circles() {
        Set<String> parents = new TreeSet<>();
        for (String name : House.packages()) {
            for (int dot = name.lastIndexOf('.'); dot >= House.ROOT.length(); dot = name.lastIndexOf('.', dot - 1)) {
                parents.add(name.substring(0, dot));
            }
        }
        return parents;
    }

    @Test
    void a_circle_through_the_root_would_be_seen() {
        JavaClass here = new ClassFileImporter().importClass(ArchitectureTest.class);
        assertThat(new ChildrenOf(here.getPackageName()).getIdentifierOf(here))
                .isEqualTo(SliceIdentifier.of(here.getPackageName() + " itself"));
        assertThat(new ChildrenOf(House.ROOT).getIdentifierOf(here)).isEqualTo(SliceIdentifier.of("architecture"));
    }

    @Test
    void the_parts_of_the_bot_sdk_that_are_unsafe_are_not_used() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "com\\.microsoft\\.bot\\.(connector\\.(rest|authentication)\\..*|connector\\.ExecutorFactory|builder\\.BotFrameworkAdapter"
                            + "|builder\\.teams\\.TeamsInfo|builder\\.ShowTypingMiddleware|builder\\.MemoryStorage|builder\\.BotState)")
                .check(House.CLASSES);
    }

    @Test
    void time_is_passed_in() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("adapter"))
                .should()
                .callMethodWhere(describe(
                        "asks the machine what time it is",
                        (JavaMethodCall call) -> call.getName().equals("now")
                                && call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class))))
                .check(House.CLASSES);
    }

    /** A reading that is kept for looking at must not decide, plan, apply or verify. */
    @Test
    void whoever_decides_or_applies_cannot_see_a_kept_reading_of_a_person() {
        noClasses()
                .that()
                .resideOutsideOfPackages(inside("chat"), inside("service.tenant.reading"))
                .should()
                .dependOnClassesThat(describe(
                        "are people for looking at",
                        type -> type.getSimpleName().equals("ShownPerson")))
                .check(House.CLASSES);
        assertThat(House.CLASSES.stream().map(JavaClass::getSimpleName)).contains("ShownPerson");
    }

    @Test
    void nothing_is_injected_into_fields() {
        fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .check(House.CLASSES);
    }

    /** Compiling an expression takes as long as the rest of what a message needs; each is compiled once, or is none. */
    @Test
    void no_expression_is_compiled_for_a_message() {
        classes()
                .that(resideInAnyPackage(
                        "..adapter.teams.cards",
                        "..adapter.teams.connector",
                        "dev.linekeeper.core",
                        "..chat",
                        "..chat.engine",
                        "..adapter.store"))
                .and(describe("are passed by every message", type -> EVERY_MESSAGE.contains(type.getSimpleName())))
                .should()
                .onlyCallMethodsThat(describe("compile nothing", method -> !COMPILING.contains(method.getFullName())))
                .check(House.CLASSES);
        assertThat(House.CLASSES.stream().map(JavaClass::getSimpleName)).containsAll(EVERY_MESSAGE);
    }

    private static final Set<String> EVERY_MESSAGE = Set.of(
            "Wording",
            "Sentence",
            "VisibleText",
            "Conversation",
            "Utterance",
            "CommandBook",
            "CommandRunner",
            "PersonFinder",
            "AnswerCards",
            "CardData",
            "RenderedCard",
            "ConnectorCall",
            "ActivityJson",
            "JdbcAddresses",
            "JdbcDeliveryLog",
            "EmbeddedDeliveryLog");
    private static final Set<String> COMPILING = Stream.of("matches", "replaceAll", "replaceFirst")
            .map(name -> "java.lang.String." + name)
            .flatMap(method -> Stream.of(
                    method + "(java.lang.String)",
                    method + "(java.lang.String, java.lang.String)",
                    "java.util.regex.Pattern.compile(java.lang.String)",
                    "java.util.regex.Pattern.compile(java.lang.String, int)"))
            .collect(Collectors.toUnmodifiableSet());

    @Test
    void names_say_what_a_thing_is() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)").check(House.CLASSES);
    }

    @Test
    void every_package_says_what_lives_there_and_knows_no_null() throws IOException {
        for (Path root : House.shippedRoots()) {
            Set<Path> folders = new TreeSet<>();
            House.javaFiles(root).forEach(file -> folders.add(file.getParent()));
            for (Path folder : folders) {
                assertThat(folder.resolve("package-info.java")).exists();
                assertThat(Files.readString(folder.resolve("package-info.java")))
                        .as(folder.toString())
                        .startsWith("/**")
                        .contains("NullMarked");
            }
        }
    }

    /** A line for what is not there yet is passed over, visibly; any other line must hold. */
    private static void onceBuilt(String line) {
        Assumptions.assumeFalse(NOT_YET.containsKey(line), () -> "not yet: " + NOT_YET.get(line));
    }

    private static String inside(String room) {
        return House.ROOT + "." + room + "..";
    }

    private static Stream<String> words(@Nullable String words) {
        return words == null ? Stream.of() : Stream.of(words.strip().split(" +"));
    }

    private static DescribedPredicate<JavaClass> areIn(String room) {
        return resideInAnyPackage(inside(room));
    }

    private static boolean isIn(JavaClass type, String rooms) {
        return words(rooms).anyMatch(room -> areIn(room).test(type));
    }

    private static boolean knows(JavaClass type, String vendor) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(found -> found.getTargetClass().getPackageName().startsWith(vendor));
    }

    /** The packages right below one, each a slice with all that is below it; the classes of the package itself are a slice too. */
    private record ChildrenOf(String parent) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (name.equals(parent)) {
                return SliceIdentifier.of(parent + " itself");
            }
            if (!name.startsWith(parent + ".")) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(name.substring(parent.length() + 1).split("\\.")[0]);
        }

        @Override
        public String getDescription() {
            return "packages below " + parent + ", and itself";
        }
    }
}
