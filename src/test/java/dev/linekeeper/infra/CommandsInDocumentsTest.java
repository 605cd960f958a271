package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.ShellRun;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A command of ours that the documents tell people to type is one, with the options it is shown with. */
class CommandsInDocumentsTest {
    /** At the beginning of a piece of code, or behind what runs it in a container. */
    private static final Pattern COMMAND = Pattern.compile(
            "(?m)(?:^\\s*(?:java (?:\\S+ )*-jar \\S*linekeeper\\.jar|linekeeper)|(?:-- |CONTAINER |exec linekeeper"
                    + " |--command ')linekeeper) +((?:[a-z][a-z-]* ?){1,2})([^\n"
                    + "#|>;']*)");

    private static final Pattern OPTION = Pattern.compile("(?<!\\S)--[a-z-]+");
    /** Of Spring Boot's tools, by which the jar is taken apart. */
    private static final String EXTRACT = "extract";

    private static final Map<String, ShellRun> HELP = new HashMap<>();
    private static final CommandEnvironment NOTHING = (CommandEnvironment) Proxy.newProxyInstance(
            CommandEnvironment.class.getClassLoader(), new Class<?>[] {CommandEnvironment.class}, (_, method, _) -> {
                throw new AssertionError(method);
            });

    @Test
    void every_command_in_a_piece_of_code_exists_with_its_options() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        List<String> found = new ArrayList<>();
        for (Path page : Documents.pages()) {
            for (String code : Documents.code(page)) {
                COMMAND.matcher(code).results().forEach(command -> {
                    found.add(command.group(1));
                    String problem = problem(command);
                    if (!problem.isEmpty()) {
                        wrong.put(page + ": " + command.group().strip(), problem);
                    }
                });
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(found).hasSizeGreaterThan(20);
    }

    private static String problem(MatchResult command) {
        List<String> words = new ArrayList<>(List.of(command.group(1).strip().split(" ")));
        if (words.getFirst().equals(EXTRACT) || words.getFirst().equals("help")) {
            return "";
        }
        if (words.size() == 2 && help(words).code() != 0) {
            // The second word is what the command is told, unless it has commands of its own.
            String second = words.removeLast();
            if (help(words).out().contains("Commands:")) {
                return "there is no " + second;
            }
        }
        ShellRun help = help(words);
        if (help.code() != 0) {
            return help.err();
        }
        Set<String> given = options(command.group(2));
        Set<String> wrong = new TreeSet<>(given);
        wrong.removeAll(options(help.out().replaceAll("[\\[(|=,]", " ")));
        if (!given.isEmpty() && !command.group(2).contains("…")) {
            Set<String> missing = required(help.out());
            missing.removeAll(given);
            wrong.addAll(missing);
        }
        return wrong.isEmpty() ? "" : "unknown or left out: " + String.join(", ", wrong);
    }

    /** What the line of its use has outside of brackets; of several one is enough, and nothing says which. */
    private static Set<String> required(String help) {
        String use = help.replaceAll("(?s)^Usage: (.*?)\n\\S.*", "$1");
        for (String before = ""; !before.equals(use); ) {
            before = use;
            use = use.replaceAll("[\\[(][^\\[\\]()]*[\\])]", "");
        }
        return options(use.replace('=', ' '));
    }

    private static Set<String> options(String text) {
        return OPTION.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ShellRun help(List<String> words) {
        return HELP.computeIfAbsent(
                String.join(" ", words), command -> ShellRun.of(NOTHING, (command + " --help").split(" ")));
    }
}
