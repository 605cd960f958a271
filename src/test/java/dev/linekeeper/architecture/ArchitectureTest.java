package dev.linekeeper.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The boundaries of the house (design.md §1) as tests: each room's closed list of what it may know. */
class ArchitectureTest {
    private static final String HOUSE = "dev.linekeeper";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    @Test
    void core_is_plain_java() {
        onlyKnows("core..", "dev.linekeeper.core..", "java..", "org.jspecify..");
    }

    @Test
    void services_know_the_core() {
        onlyKnows(
                "service..",
                "dev.linekeeper.core..",
                "dev.linekeeper.service..",
                "java..",
                "org.jspecify..",
                "org.slf4j..");
    }

    @Test
    void the_chat_knows_services_and_core_and_nothing_of_teams() {
        onlyKnows(
                "chat..",
                "dev.linekeeper.core..",
                "dev.linekeeper.service..",
                "dev.linekeeper.chat..",
                "java..",
                "org.jspecify..",
                "org.slf4j..",
                "com.google.i18n.phonenumbers..");
    }

    @Test
    void the_template_engine_stands_alone() {
        onlyKnows(
                "template..",
                "dev.linekeeper.template..",
                "java..",
                "javax.xml..",
                "org.jspecify..",
                "org.w3c.dom..",
                "org.xml.sax..",
                "tools.jackson..");
    }

    @Test
    void adapters_do_not_know_each_other() {
        slices().matching("dev.linekeeper.adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .check(MAIN);
    }

    @Test
    void the_emulator_is_plain_java_around_the_tenant_model_and_its_switches_are_on_the_web_server() {
        onlyKnows(
                "simulator..",
                "dev.linekeeper.core..",
                "dev.linekeeper.service.tenant..",
                "dev.linekeeper.adapter.tenantfile..",
                "dev.linekeeper.simulator..",
                "dev.linekeeper.settings..",
                "java..",
                "com.sun.net.httpserver..",
                "jakarta.servlet..",
                "org.jspecify..",
                "org.slf4j..",
                "org.springframework..",
                "tools.jackson..");
    }

    @Test
    void the_graph_sdk_and_its_http_client_stay_in_graph() {
        stays("com.microsoft.graph..", "adapter.graph..");
        stays("com.microsoft.kiota..", "adapter.graph..");
        stays("okhttp3..", "adapter.graph..");
    }

    @Test
    void processes_are_started_for_powershell_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.linekeeper.adapter.powershell..", "dev.linekeeper.simulator..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class, Runtime.class)
                .check(MAIN);
    }

    @Test
    void the_powershell_adapter_knows_ports_and_processes() {
        onlyKnows(
                "adapter.powershell..",
                "dev.linekeeper.settings..",
                "dev.linekeeper.core..",
                "dev.linekeeper.service.checkup..",
                "dev.linekeeper.service.tenant..",
                "dev.linekeeper.adapter.powershell..",
                "java..",
                "com.azure..",
                "org.jspecify..",
                "org.slf4j..",
                "org.springframework..",
                "tools.jackson..");
    }

    @Test
    void tokens_are_asked_for_in_graph_powershell_and_teams() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.linekeeper.adapter.graph..",
                        "dev.linekeeper.adapter.powershell..",
                        "dev.linekeeper.adapter.teams..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.azure..")
                .check(MAIN);
    }

    @Test
    void rooms_do_not_go_round_in_circles() {
        slices().matching("dev.linekeeper.(*)..").should().beFreeOfCycles().check(MAIN);
        slices().matching("dev.linekeeper.core.(*)..").should().beFreeOfCycles().check(MAIN);
        slices().matching("dev.linekeeper.service.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void the_bot_sdk_stays_in_teams() {
        stays("com.microsoft.bot..", "adapter.teams..");
    }

    @Test
    void the_old_json_library_stays_at_the_seam_of_the_bot_sdk() {
        stays("com.fasterxml.jackson.databind..", "adapter.teams..");
    }

    @Test
    void picocli_stays_on_the_command_line() {
        stays("picocli..", "adapter.cli..");
    }

    @Test
    void the_database_stays_in_the_store_and_the_jobs() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.linekeeper.adapter.store..", "dev.linekeeper.adapter.jobs..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                .check(MAIN);
    }

    @Test
    void the_meters_stay_in_metrics() {
        stays("io.micrometer..", "adapter.metrics..");
    }

    @Test
    void the_buckets_of_calls_stay_in_the_store() {
        stays("io.github.bucket4j..", "adapter.store..");
    }

    @Test
    void the_parts_of_the_bot_sdk_that_are_unsafe_are_not_used() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "com\\.microsoft\\.bot\\.(connector\\.(rest|authentication)\\..*|connector\\.ExecutorFactory|builder\\.BotFrameworkAdapter"
                                + "|builder\\.teams\\.TeamsInfo|builder\\.ShowTypingMiddleware|builder\\.MemoryStorage|builder\\.BotState)")
                .check(MAIN);
    }

    @Test
    void time_is_passed_in() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.linekeeper.adapter..")
                .should()
                .callMethod(Instant.class, "now")
                .check(MAIN);
    }

    @Test
    void nothing_is_injected_into_fields() {
        fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .check(MAIN);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(MAIN);
    }

    @Test
    void every_package_says_what_lives_there_and_knows_no_null() throws IOException {
        try (Stream<Path> folders =
                Files.walk(Path.of("src/main/java/dev/linekeeper")).filter(Files::isDirectory)) {
            for (Path folder : (Iterable<Path>) folders::iterator) {
                try (Stream<Path> files = Files.list(folder)) {
                    if (files.noneMatch(file -> file.toString().endsWith(".java"))) {
                        continue;
                    }
                }
                assertThat(folder.resolve("package-info.java")).exists();
                assertThat(Files.readString(folder.resolve("package-info.java")))
                        .as(folder.toString())
                        .startsWith("/**")
                        .contains("NullMarked");
            }
        }
    }

    private static void onlyKnows(String room, String... allowed) {
        classes()
                .that()
                .resideInAPackage(HOUSE + "." + room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .allowEmptyShould(true)
                .check(MAIN);
    }

    private static void stays(String vendor, String room) {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + "." + room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(vendor)
                .check(MAIN);
    }
}
