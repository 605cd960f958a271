package dev.linekeeper.adapter.cli.site;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.OpenSites;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.policies.GivenParts;
import dev.linekeeper.chat.site.SiteCards;
import dev.linekeeper.core.site.Site;
import dev.linekeeper.core.site.SiteChecklist;
import dev.linekeeper.core.site.SiteChoices;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.core.site.SiteTestimony;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints how far the preparation of a site is; with {@code --as} it is begun, and what is chosen is kept. */
@Command(
        name = "site",
        description = {
            "The preparation of a site as a checklist read from the tenant, with what was chosen for it in the bot's"
                    + " store; with --tenant FILE only with what is chosen here.",
            "Exit code 1 while something is not done or could not be read."
        })
public final class SiteCommand extends TenantCommand {
    @Parameters(paramLabel = "NAME", description = "what people call the site")
    private String written = "";

    @Mixin
    private ChosenParts chosen = new ChosenParts();

    @Option(names = "--close", description = "ends the work on the site; the tenant stays as it is")
    private boolean close;

    @Option(
            names = "--as",
            paramLabel = "UPN",
            description = "who begins, chooses or closes: their role is read as in chat, and the audit trail keeps the"
                    + " operating system's account beside them")
    private @Nullable String who;

    /** Over what the program gives its commands. */
    public SiteCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    public Integer call() {
        if (isOfFile()) {
            return super.call();
        }
        SiteName name = GivenParts.site(written);
        try (var open = around().sites("set up " + name)) {
            Optional<UserId> person = Optional.ofNullable(who).map(it -> permitted(it, open));
            SiteChoices choices =
                    chosen.in(open.reading().reader().freshTenant().tenant());
            if (person.isEmpty() && (close || !choices.equals(SiteChoices.NONE))) {
                throw new BadInput("Who chooses or closes? --as UPN");
            }
            refuseReserved(open, name, choices);
            if (close) {
                return closed(open, name, person.orElseThrow());
            }
            Optional<Site> site = person.map(it -> open.desk().choose(name, choices, it))
                    .or(() -> open.desk().store().find(name));
            person.ifPresent(it -> note(open, it, site));
            var found = open.reading()
                    .of(
                            site.map(Site::name).orElse(name),
                            site.map(Site::choices).orElse(SiteChoices.NONE),
                            over(open.reading().settings()));
            return print(found.checklist(), found.read().tenant());
        }
    }

    private void refuseReserved(OpenSites open, SiteName name, SiteChoices choices) {
        var account = choices.account()
                .or(() -> open.desk()
                        .store()
                        .find(name)
                        .flatMap(site -> site.choices().account()));
        choices.number()
                .flatMap(number -> open.claims().on(number, name, account))
                .ifPresent(why -> {
                    throw new BadInput(shell().wording().apply(why));
                });
    }

    @Override
    protected int answer(TenantSession look) {
        if (close || who != null) {
            throw new BadInput("A tenant file keeps nothing: leave --close and --as out");
        }
        return print(
                SiteChecklist.of(
                        GivenParts.site(written),
                        chosen.in(look.tenant()),
                        look.tenant(),
                        look.settings(),
                        SiteTestimony.NONE),
                look.tenant());
    }

    private int print(SiteChecklist checklist, Tenant tenant) {
        var asking = new SiteAsking(checklist, tenant);
        var output = new SiteOutput(checklist, asking);
        print(
                () -> {
                    new CardText(shell()).print(SiteCards.of(checklist, Optional.empty(), List.of()));
                    show(asking.all());
                },
                output::json,
                output::csv);
        return checklist.isReady() ? 0 : 1;
    }

    private void show(List<String> commands) {
        if (!commands.isEmpty()) {
            shell().line("%n  Can be asked for now, with --as UPN; most show with --preview what it would come to:");
            commands.forEach(command -> shell().line("    %s", command));
        }
    }

    private int closed(OpenSites open, SiteName name, UserId person) {
        Optional<Site> site = open.desk().close(name, person);
        note(open, person, site);
        if (site.isEmpty()) {
            throw new BadInput("There is no open site %s".formatted(name));
        }
        shell().line("%s is closed; the tenant stays as it is", name);
        return 0;
    }

    private static void note(OpenSites open, UserId person, Optional<Site> site) {
        open.watch().noteActing("site", System.getProperty("user.name", ""), person, site.map(Site::id));
    }

    private static UserId permitted(String name, OpenSites open) {
        UserId person = TenantSession.member(name, open.directory());
        if (!open.roles().hasAny(person, Set.of(Role.ADMIN))) {
            open.desk().refused(person, Role.ADMIN);
            throw new BadInput("%s may not prepare a site: that is for the role %s".formatted(name, Role.ADMIN));
        }
        return person;
    }
}
