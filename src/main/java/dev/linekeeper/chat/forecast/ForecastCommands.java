package dev.linekeeper.chat.forecast;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.forecast.CostComparison;
import dev.linekeeper.core.forecast.Forecast;
import dev.linekeeper.core.forecast.OwnersFigures;
import dev.linekeeper.core.forecast.PolicyPeople;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.people.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Commands that count the people of a policy and reckon with the owner's figures. */
public record ForecastCommands(TenantView tenant, OwnersFigures figures) {
    private static final Set<Role> READERS = Set.of(Role.HELPDESK, Role.ADMIN, Role.AUDITOR, Role.OWNER);

    public List<Command> commands() {
        return List.of(
                command("forecast")
                        .by(READERS)
                        .reads()
                        .says(
                                "forecast {policy}",
                                "forecast",
                                "forecast (for|of) {policy}",
                                "[are there] enough callback numbers (for|in|under|of) {policy}",
                                "(does|has) {policy} [have] enough callback numbers",
                                "how many callback numbers does {policy} need")
                        .asks(Slot.POLICY)
                        .answers(invocation -> counted(
                                invocation,
                                (people, shared) ->
                                        ForecastCards.of(Forecast.of(people, shared, figures.assumptions()), asOf()))),
                command("cost")
                        .by(READERS)
                        .reads()
                        .says(
                                "cost {policy}",
                                "cost",
                                "(cost|costs) (of|for) {policy}",
                                "what (does|do) [the people of] {policy} cost",
                                "what (would|does|do) (it|they) cost")
                        .asks(Slot.POLICY)
                        .answers(invocation -> counted(
                                invocation,
                                (people, shared) ->
                                        CostCards.of(CostComparison.of(people, shared, figures.prices()), asOf()))));
    }

    private Answer counted(Invocation invocation, BiFunction<PolicyPeople, Tenant, Answer> answer) {
        invocation.tellMeanwhile(NoteCards::reading);
        invocation.noteReadOfMany();
        var shared = tenant.snapshot().tenant();
        return answer.apply(PolicyPeople.of(invocation.policy(), shared, tenant::forEachPerson), shared);
    }

    private Optional<Instant> asOf() {
        return Optional.of(tenant.snapshot().asOf());
    }
}
