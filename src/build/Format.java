import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Formats every Java file, or with {@code check} fails when one is not formatted or could not be read. What was found
 * well formed is remembered by its hash in {@code target}, so that it is not looked at again. Started by Maven.
 */
class Format {
    private static final Path SEEN = Path.of("target", "formatted.txt");
    /** In two halves, so that this file is not taken for one that uses it. */
    private static final String NAMED = "var " + "unnamedPattern";

    private static final Pattern UNNAMED = Pattern.compile("(?<=[(,]\\s{0,40})_(?=\\s*[,)])");
    private static final String MEND = "mvn initialize exec:exec@format";

    private final boolean check;
    private final Set<String> seen;
    private final Set<String> fine = new ConcurrentSkipListSet<>();
    private final Set<String> troubles = new ConcurrentSkipListSet<>();

    Format(boolean check) throws IOException {
        this.check = check;
        seen = Files.exists(SEEN) ? Set.copyOf(Files.readAllLines(SEEN)) : Set.of();
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(new Format(List.of(arguments).contains("check")).run() ? 0 : 1);
    }

    private boolean run() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("src"))) {
            files = all.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("node_modules"))
                    .toList();
        }
        files.parallelStream().forEach(this::format);
        Files.createDirectories(SEEN.getParent());
        Files.write(SEEN, fine);
        if (!troubles.isEmpty()) {
            System.err.println(troubles.stream().collect(Collectors.joining("\n")));
            System.err.printf(
                    "%d of %d Java files are not formatted or cannot be read. Mend them with: %s%n",
                    troubles.size(), files.size(), MEND);
        }
        return troubles.isEmpty();
    }

    private void format(Path file) {
        try {
            String text = Files.readString(file);
            if (seen.contains(hash(text))) {
                fine.add(hash(text));
                return;
            }
            String formatted = formatted(text);
            if (!formatted.equals(text)) {
                if (check) {
                    troubles.add(file + ": not formatted");
                    return;
                }
                Files.writeString(file, formatted);
                System.out.println(file);
            }
            fine.add(hash(formatted));
        } catch (FormatterException e) {
            troubles.add(file + ": cannot be read, " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String formatted(String text) throws FormatterException {
        var palantir = JavaFormatterOptions.builder().style(Style.PALANTIR).build();
        return Formatter.createFormatter(palantir)
                .formatSourceAndFixImports(named(text))
                .replace(NAMED, "_");
    }

    /** palantir-java-format cannot read an unnamed pattern such as the first in {@code Known(_, var since)}: it gets a name meanwhile. */
    private static String named(String text) {
        return UNNAMED.matcher(text).replaceAll(found -> isInRecordPattern(text, found.start()) ? NAMED : "_");
    }

    /** Whether the bracket around this place follows a type; that of a lambda's parameters follows none. */
    private static boolean isInRecordPattern(String text, int place) {
        int at = place - 1;
        for (int depth = 0; depth > 0 || text.charAt(at) != '('; at--) {
            depth += text.charAt(at) == ')' ? 1 : text.charAt(at) == '(' ? -1 : 0;
        }
        String before = text.substring(0, at).stripTrailing();
        char last = before.charAt(before.length() - 1);
        return Character.isJavaIdentifierPart(last) || last == '>';
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
