package dev.linekeeper.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages people read, and the pieces of code in them. */
public final class Documents {
    private static final Pattern CODE =
            Pattern.compile("(?ms)^```\\w*\n(.*?)^```|((?:^ {4,}\\S[^\n]*\n)+)|`([^`\n]+)`");

    private Documents() {}

    /** Those for owners and for whoever reads on; decisions are of their day. */
    public static List<Path> pages() throws IOException {
        var pages = new ArrayList<Path>();
        for (var folder : List.of("src/docs", "infra")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md")
                                && !file.getParent().endsWith("adr"))
                        .sorted()
                        .forEach(pages::add);
            }
        }
        pages.add(Path.of("README.md"));
        pages.add(Path.of("CONTRIBUTING.md"));
        return pages;
    }

    /** Blocks, and what stands between backticks in a line; each with its lines that go on in the next one put together. */
    public static List<String> code(Path page) throws IOException {
        return CODE.matcher(Files.readString(page))
                .results()
                .map(found -> Stream.of(1, 2, 3)
                        .map(found::group)
                        .filter(text -> text != null)
                        .findFirst()
                        .orElseThrow())
                .map(text -> text.replaceAll("\\\\\n\\s*", ""))
                .toList();
    }
}
