package dev.linekeeper.adapter.cli.command;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.Directory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In whose name a command acts; a picocli mixin. */
public final class ActingPerson {
    @Option(
            names = "--as",
            paramLabel = "UPN",
            description =
                    "who acts, where something is asked for or kept: their roles are read as in chat, and the audit"
                            + " trail keeps the operating system's account beside them")
    private @Nullable String name;

    /**
     * The name as it was given.
     *
     * @throws BadInput when none was; then it says what to do
     */
    public String name(String otherwise) {
        if (name == null) {
            throw new BadInput(otherwise);
        }
        return name;
    }

    /** One of the organisation's own people, and the name they were given by. */
    public UserId member(Directory directory) {
        return TenantSession.member(name("Who does it? --as UPN"), directory);
    }
}
