package dev.linekeeper.adapter.cli.site;

import dev.linekeeper.adapter.cli.output.CsvWriter;
import dev.linekeeper.adapter.cli.output.ShellJson;
import dev.linekeeper.chat.site.SiteCards;
import dev.linekeeper.chat.site.SiteSentences;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.site.SiteChecklist;
import dev.linekeeper.core.site.SiteLine;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A checklist for scripts and spreadsheets. */
record SiteOutput(SiteChecklist checklist, SiteAsking asking) {
    Map<String, @Nullable Object> json() {
        var choices = checklist.choices();
        return ShellJson.members(
                "site", checklist.name().value(),
                "ready", checklist.isReady(),
                "policy", checklist.policy(),
                "account", checklist.account().map(ResourceAccount::userPrincipalName),
                "chosen",
                        ShellJson.members(
                                "account", choices.account().map(UserId::value),
                                "number", choices.number(),
                                "type", choices.type().map(NumberType::graphName),
                                "country", choices.country(),
                                "place", choices.place().map(LocationId::value),
                                "policy", choices.policy()),
                "lines", checklist.lines().stream().map(this::line).toList(),
                "says", SiteCards.verdict(checklist));
    }

    private Map<String, @Nullable Object> line(SiteLine line) {
        return ShellJson.members(
                "step", line.step(),
                "title", line.step().title(),
                "state", line.state(),
                "says", SiteSentences.says(line),
                "rules", rules(line),
                "first", line.first(),
                "job", line.job(),
                "page", line.step().page().toString(),
                "ask", asking.of(line));
    }

    void csv(CsvWriter csv) {
        csv.row("step", "state", "says", "rules", "first", "job", "page", "ask");
        checklist
                .lines()
                .forEach(line -> csv.row(
                        line.step(),
                        line.state(),
                        SiteSentences.says(line),
                        rules(line),
                        line.first(),
                        line.job(),
                        line.step().page(),
                        asking.of(line)));
    }

    private static List<String> rules(SiteLine line) {
        return line.rules().stream().map(Rule::id).map(Object::toString).toList();
    }
}
