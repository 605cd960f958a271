package dev.linekeeper.chat.site;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.site.SiteChoices;
import dev.linekeeper.core.site.SiteName;
import dev.linekeeper.core.tenant.groundwork.NewAccount;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.site.SiteDesk;
import dev.linekeeper.service.site.SiteReading;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Operation.TenantOperation;
import dev.linekeeper.service.tenant.OperationProvider.NoProvider;
import java.util.Optional;
import java.util.Set;

/** The command that asks for the account of a site; the site has it by its name, as soon as the tenant does. */
public record NewAccountCommand(
        SiteDesk desk, SiteReading reading, RequestOutcomeCards outcomes, Capabilities capabilities) {
    static final String NEW_ACCOUNT = "new-account";

    public Command statement() {
        return command(NEW_ACCOUNT)
                .by(Role.ADMIN)
                .says(
                        "new account {choice} for site {name} [called {words}] [because {reason}]",
                        "(new|create|make) [(a|the)] [new] [resource] account [for [the] site {name}]",
                        "(new|create|make) [(a|the)] [new] [resource] account {choice} for [the] site {name}"
                                + " [called {words}] [(because|since) {reason}]")
                .asks(Slot.NAME)
                .offers(Slot.CHOICE, Slot.WORDS, Slot.REASON)
                .labelled(Slot.NAME, "card.field.site")
                .labelled(Slot.CHOICE, "card.field.account-name")
                .labelled(Slot.WORDS, "card.field.account-called")
                .answers(invocation -> SiteCommands.named(invocation, name -> asked(invocation, name)));
    }

    private Answer asked(Invocation invocation, SiteName site) {
        Set<String> domains = reading.organisation().domains();
        if (invocation.text(Slot.CHOICE).isEmpty()) {
            return NewAccountForm.of(invocation, site, domains);
        }
        if (capabilities.of(TenantOperation.ACCOUNT_CREATION) instanceof NoProvider(var why)) {
            return NoteCards.of(Tone.WARNING, "chat.asked.no-answer", why);
        }
        var words = new AccountWords(
                invocation.text(Slot.CHOICE).orElseThrow(),
                invocation.text(Slot.WORDS).orElseGet(site::value));
        return words.obstacle(domains).<Answer>map(why -> why).orElseGet(() -> ask(invocation, site, words.fix()));
    }

    /** The site keeps the name that was asked for, or that is there already; not one that was refused. */
    private Answer ask(Invocation invocation, SiteName site, NewAccount fix) {
        var result = outcomes.submit(invocation.caller(), new Intent.PutRight(fix), invocation.reason());
        if (result.isToBeThere()) {
            desk.choose(
                    site,
                    SiteChoices.NONE.with(fix.account()),
                    invocation.caller().id());
        }
        return outcomes.answer(invocation.caller(), fix.userPrincipalName(), result, Optional.empty());
    }
}
