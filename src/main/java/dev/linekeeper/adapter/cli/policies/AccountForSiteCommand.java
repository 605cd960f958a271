package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.OpenSubmission;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.chat.site.AccountWords;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.site.SiteChoices;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for the resource account of a site, which goes by its name there until the tenant has it. */
@Command(
        name = "new",
        description = "A resource account for an auto attendant, which no cmdlet of Teams takes away again.")
public final class AccountForSiteCommand extends SharedChangeCommand {
    @Parameters(paramLabel = "UPN", description = "the name it is to get, in a domain of the organisation")
    private String written = "";

    @Option(
            names = "--site",
            required = true,
            paramLabel = "NAME",
            description = "the site it is for, which keeps the name; begun where there is none of that name")
    private String site = "";

    @Option(names = "--called", paramLabel = "TEXT", description = "its display name; without it the site's name")
    private @Nullable String called;

    private AccountForSiteCommand(CommandEnvironment around, Shell shell) {
        super("account", around, shell);
    }

    @Override
    String named() {
        return written;
    }

    @Override
    PlanResult.OfPolicy plan(TenantSession look) {
        return fixes(look).plan(wanted(look));
    }

    @Override
    Intent intent(TenantSession look) {
        return new Intent.PutRight(wanted(look));
    }

    private NewAccount wanted(TenantSession look) {
        SiteName name = GivenParts.site(site);
        var words = new AccountWords(
                written,
                Optional.ofNullable(called).filter(text -> !text.isBlank()).orElseGet(name::value));
        words.obstacle(look.ports().organisation().domains()).ifPresent(why -> {
            throw new BadInput("%s. %s"
                    .formatted(
                            shell().wording().apply(why.title()),
                            shell().wording().apply(why.text())));
        });
        return words.fix();
    }

    /** The site keeps the name that was asked for, or that is there already; not one that was refused. */
    @Override
    int ask(OpenSubmission open, TenantSession look, UserId who, String asking) {
        NewAccount account = wanted(look);
        var result = open.requests().submit(new ChangeRequest(who, new Intent.PutRight(account), reason()));
        if (result.isToBeThere()) {
            open.sites().choose(GivenParts.site(site), SiteChoices.NONE.with(account.account()), who);
        }
        return answered(open, who, asking, result);
    }

    /** The command {@code account}, which does nothing without one of its own. */
    public static CommandLine line(CommandEnvironment around, Shell shell) {
        var spec = CommandSpec.create().name("account").mixinStandardHelpOptions(true);
        spec.usageMessage().description("Makes resource accounts, each as a request.");
        return new CommandLine(spec).addSubcommand(new AccountForSiteCommand(around, shell));
    }
}
