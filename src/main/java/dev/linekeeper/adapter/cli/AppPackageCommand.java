package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.output.ProgramVersion;
import dev.linekeeper.adapter.cli.output.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the package a Teams administrator uploads; the same ids give the same file. */
@Command(
        name = "app-package",
        mixinStandardHelpOptions = true,
        description =
                "Makes the Teams app package of your bot: the manifest with its ids, and the icons. Upload it in the"
                        + " Teams admin centre, Manage apps.")
final class AppPackageCommand implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    /** The first day a zip can name: what is in it does not depend on when it was made. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Shell shell;

    @Option(
            names = "--bot-id",
            paramLabel = "ID",
            required = true,
            description =
                    "the application (client) id of the bot, as in linekeeper.bot.app-id; with a managed identity its"
                            + " client id")
    private String botId = "";

    @Option(
            names = "--domain",
            paramLabel = "HOST",
            required = true,
            description = "the host name under which Teams and people reach the bot, such as bot.contoso.com")
    private String domain = "";

    @Option(
            names = "--app-id",
            paramLabel = "ID",
            description = "the id of the app itself; by default the bot's. Another one is another app to Teams")
    private @Nullable String appId;

    @Option(names = "--file", paramLabel = "FILE", description = "where it goes: ${DEFAULT-VALUE}")
    private Path file = Path.of("linekeeper-teams.zip");

    AppPackageCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        var bot = id("--bot-id", botId);
        var host = domain.toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
            throw new BadInput("--domain is a host name such as bot.contoso.com, not '%s'".formatted(domain));
        }
        var version = ProgramVersion.number()
                .orElseThrow(() -> new BadInput("this program has no version: it was not built by Maven"));
        var manifest = new String(piece("manifest.json"), StandardCharsets.UTF_8)
                .replace("${project.version}", version)
                .replace("${teams.app.id}", appId == null ? bot : id("--app-id", appId))
                .replace("${teams.bot.id}", bot)
                .replace("${teams.bot.domain}", host);
        NewFile.write(file, shell, zip(manifest.getBytes(StandardCharsets.UTF_8)));
        return 0;
    }

    private static String id(String option, String given) {
        if (!ID.matcher(given).matches()) {
            throw new BadInput(
                    "%s is an id such as 6f1c1d3e-6a0e-4a53-9f0e-1f4f6f2b7c11, not '%s'".formatted(option, given));
        }
        if (given.matches("[0-]+")) {
            throw new BadInput("%s is the id of nothing: all zeros".formatted(option));
        }
        return given.toLowerCase(Locale.ROOT);
    }

    private static byte[] zip(byte[] manifest) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, "manifest.json", manifest);
            for (var icon : List.of("color.png", "outline.png")) {
                add(zip, icon, piece(icon));
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
    }

    /** Of the folder appPackage, which the build puts into the jar. */
    private static byte[] piece(String name) throws IOException {
        try (var in = AppPackageCommand.class.getResourceAsStream("/app-package/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
