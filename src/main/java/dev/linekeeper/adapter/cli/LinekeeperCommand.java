package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.output.ProgramVersion;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What stands before the commands: help and version. */
@Command(
        name = "linekeeper",
        description = "Runs Shared Calling for Microsoft Teams. Without a command the bot serves.",
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND")
final class LinekeeperCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "which version this is")
    private boolean version;

    @Override
    public Integer call() {
        if (spec != null) {
            CommandLine.usage(this, System.out);
        }
        return help || version ? 0 : 2;
    }
}
