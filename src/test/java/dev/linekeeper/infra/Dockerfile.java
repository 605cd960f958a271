package dev.linekeeper.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The recipe of the image, instruction by instruction, since nothing here could run it. */
record Dockerfile(List<Instruction> instructions) {
    private static final Path FILE = Path.of("infra/Dockerfile");

    /**
     * One instruction.
     *
     * @param comment the line above it, without its sign; empty for none
     * @param text what stands behind the keyword, on one line
     */
    record Instruction(String keyword, String text, String comment) {
        /** What stands within the quotes of the exec form; empty for the shell's form. */
        List<String> words() {
            return text.startsWith("[")
                    ? Pattern.compile("\"([^\"]*)\"")
                            .matcher(text)
                            .results()
                            .map(word -> word.group(1))
                            .toList()
                    : List.of();
        }
    }

    static Dockerfile read() throws IOException {
        var instructions = new ArrayList<Instruction>();
        var text = new StringBuilder();
        var comment = "";
        for (var line : Files.readAllLines(FILE)) {
            if (line.startsWith("#")) {
                comment = line.substring(1).strip();
            } else if (line.endsWith("\\")) {
                text.append(line, 0, line.length() - 1).append(' ');
            } else if (!line.isBlank()) {
                var whole = text.append(line).toString().strip().split("\\s+", 2);
                instructions.add(new Instruction(whole[0], whole[1], comment));
                text.setLength(0);
                comment = "";
            }
        }
        return new Dockerfile(List.copyOf(instructions));
    }

    Stream<Instruction> all(String keyword) {
        return instructions.stream().filter(instruction -> instruction.keyword().equals(keyword));
    }

    /** The instructions of what runs: the last stage. */
    Dockerfile last() {
        var from =
                instructions.lastIndexOf(all("FROM").reduce((_, next) -> next).orElseThrow());
        return new Dockerfile(instructions.subList(from, instructions.size()));
    }

    String only(String keyword) {
        return all(keyword)
                .map(Instruction::text)
                .reduce((one, another) -> {
                    throw new AssertionError("two of " + keyword);
                })
                .orElseThrow();
    }
}
