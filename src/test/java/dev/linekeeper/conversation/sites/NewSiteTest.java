package dev.linekeeper.conversation.sites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.BehindOurBack;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Leeds, from nothing to ready: others do their part behind our back, and Linekeeper is asked for its own. */
class NewSiteTest {
    private static final String NUMBER = "+441134960100";

    private static final AnswerCards CARDS = new AnswerCards();

    private final SimulatedTenant tenant = Fabrikam.demo(Clock.systemUTC());

    /** A process that ends and starts again over the same store. */
    private record Running(ChatInMemory chat) implements AutoCloseable {
        Answer says(UserId who, String sentence) {
            return chat.chat().answer(as(who), new ChatInput.TypedText(sentence));
        }

        Sheet look() {
            return (Sheet) says(House.ANA_ADMIN, "set up Leeds");
        }

        Answer presses(ButtonPress press) {
            return chat.chat().answer(as(House.ANA_ADMIN), press);
        }

        /** Approved by as many as it takes, and applied. */
        Request applied() {
            var id = chat.store().requests().latest(1).getFirst().id();
            for (UserId approver : List.of(House.LEE_APPROVER, House.SAM_ADMIN_AND_APPROVER)) {
                says(approver, "approve %d".formatted(id.number()));
                says(approver, "confirm %d".formatted(id.number()));
            }
            chat.requests().applying().run(id);
            return chat.store().requests().find(id).orElseThrow().request();
        }

        @Override
        public void close() {
            chat.close();
        }
    }

    private Running started(Path folder) {
        return new Running(ChatInMemory.over(tenant, OpenedStore.inFile(folder, Clock.systemUTC())));
    }

    private static Caller as(UserId who) {
        return new Caller(who, SentencesByRole.CONTOSO, Locale.ENGLISH, Caller.ConversationType.PERSONAL);
    }

    private static String text(Answer answer) {
        return CARDS.render(answer, as(House.ANA_ADMIN)).fallback();
    }

    /** What each line says, by its title. */
    private static Map<String, String> lines(Sheet card) {
        var wording = Wording.of(Locale.ENGLISH);
        return card.details().stream()
                .collect(Collectors.toMap(
                        detail -> wording.say(detail.label()).replaceFirst(".*: ", ""),
                        detail -> wording.say(detail.label()).replaceFirst(":.*", "") + ": "
                                + wording.say(detail.value())));
    }

    private static ButtonPress button(Sheet card, String label) {
        return card.suggestions().stream()
                .filter(button -> Wording.of(Locale.ENGLISH).say(button.label()).equals(label))
                .map(Suggestion::press)
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not on " + card.suggestions()));
    }

    private void others(String section, ObjectNode entry) {
        BehindOurBack.edit(tenant, file -> file.withArrayProperty(section).add(entry));
    }

    private void onAccount(Consumer<ObjectNode> change) {
        BehindOurBack.edit(
                tenant,
                file -> change.accept(BehindOurBack.entry(
                        file, "resourceAccounts", "userPrincipalName", "ra-leeds@contoso.example")));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) TenantFile.JSON.readTree(text);
    }

    @Test
    void from_nothing_to_ready(@TempDir Path folder) {
        try (var first = started(folder)) {
            var nothing = lines(first.look());
            assertThat(nothing.get("Resource account"))
                    .contains("Not done", "Create a resource account", "Linekeeper's, once you ask for it here")
                    .contains("https://learn.microsoft.com/microsoftteams/manage-resource-accounts");
            assertThat(nothing.get("Licence of the account"))
                    .contains("Waits", "First: Usage location of the account", "licence team's, never Linekeeper's");
            assertThat(List.of("Number of the account", "Emergency location of the number", "Auto attendant"))
                    .as("whose they are once their turn comes")
                    .allSatisfy(
                            title -> assertThat(nothing.get(title)).contains("Waits", "First: ", "Linekeeper's, once"));
            assertThat(nothing.get("Emergency call routing policy")).contains("Waits", "depends on type and country");
            assertThat(nothing.get("Voice routing policy without usages")).contains("Done", "NoPSTN");

            var chosen = lines((Sheet)
                    first.says(House.ANA_ADMIN, "set up Leeds type Operator Connect country GB place London office"));
            assertThat(chosen.get("Emergency call routing policy")).contains("Done", "Emergency-UK: 999");

            var form = (Answer.Form) first.presses(button(first.look(), "Ask for a new account"));
            assertThat(form.fields()).extracting(FormField::value).contains("Leeds", "ra-leeds@contoso.example");
            assertThat(text(first.says(
                            House.ANA_ADMIN,
                            "new account ra-leeds@contoso.example for site Leeds called Leeds main line")))
                    .contains("Leeds main line", "No cmdlet of Teams takes the account away again");
            assertThat(lines(first.look()).get("Resource account"))
                    .contains("Not done", "ra-leeds@contoso.example was chosen, and is not there");
            var newAccount = first.applied();
            assertThat(newAccount).isInstanceOf(Request.Completed.class);
            assertThat(text(first.says(
                            House.ANA_ADMIN, "request " + newAccount.id().number())))
                    .as("what others do next, and not that it is not there")
                    .contains("RES-02, RES-03")
                    .doesNotContain("RES-01");
            assertThat(((Answer.RequestCard) first.says(
                                    House.ANA_ADMIN,
                                    "request " + newAccount.id().number()))
                            .suggestions())
                    .as("no cmdlet takes it away")
                    .extracting(Suggestion::typed)
                    .noneMatch(typed -> typed.startsWith("undo"));

            var account = lines(first.look());
            assertThat(account.get("Resource account")).contains("Done", "ra-leeds@contoso.example");
            assertThat(account.get("Usage location of the account")).contains("Not done");
            assertThat(account.get("Pay-as-you-go Calling Plan")).contains("Not needed");
        }

        onAccount(account -> account.put("usageLocation", "GB")
                .putArray("assignedPlans")
                .addObject()
                .put("servicePlanId", "f47330e9-c134-43b3-9993-e7f004506889")
                .put("service", "MicrosoftCommunicationsOnline")
                .put("capabilityStatus", "Enabled"));
        try (var second = started(folder)) {
            var licensed = lines((Sheet) second.says(House.SAM_ADMIN_AND_APPROVER, "site Leeds"));
            assertThat(licensed.get("Resource account"))
                    .as("after a restart, by another admin")
                    .contains("ra-leeds");
            assertThat(licensed.get("Licence of the account")).contains("Done");
            assertThat(licensed.get("Number of the account"))
                    .contains("Not done", "Leeds main line", "Linekeeper's, once you ask for it here");
            assertThat(licensed.get("Shared Calling policy")).contains("Waits", "First: ");

            others("telephoneNumbers", json("""
                {"telephoneNumber": "%s", "numberType": "operatorConnect", "activationState": "activated",
                 "capabilities": ["voiceApplicationAssignment"], "assignmentStatus": "unassigned",
                 "assignmentTargetId": null, "isoCountryCode": "GB",
                 "numberSource": "online", "locationId": "00000000-0000-0000-0000-000000000000",
                 "supportedCustomerActions": ["locationUpdate"]}\
                """.formatted(NUMBER)));
            var numbers = button(second.look(), "Put right: RES-04 for ra-leeds@contoso.example");
            assertThat(numbers.inputs()).as("as the site chose").containsEntry("choice", "Operator Connect, GB");
            var offered = (Answer.Form) second.presses(numbers);
            assertThat(offered.fields())
                    .filteredOn(field -> field.slot() == Slot.CHOICE)
                    .singleElement()
                    .extracting(FormField::value)
                    .isEqualTo(NUMBER);
            second.presses(numbers.with(Slot.CHOICE, NUMBER));
            assertThat(second.applied()).isInstanceOf(Request.Completed.class);

            var toBePlaced = second.look();
            var numbered = lines(toBePlaced);
            assertThat(numbered.get("Number of the account")).contains("Done", "+44 113 496 0100");
            assertThat(numbered.get("Type and use of the number")).contains("Done", "Operator Connect");
            assertThat(numbered.get("Emergency location of the number"))
                    .contains("Not done", "Linekeeper's, once you ask for it here");
            assertThat(numbered.get("Shared Calling policy"))
                    .contains("Waits", "First: Emergency location of the number");

            second.presses(button(toBePlaced, "Put right: RES-10 for ra-leeds@contoso.example"));
            assertThat(second.applied()).isInstanceOf(Request.Completed.class);
            second.says(House.ANA_ADMIN, "fix RES-16 for ra-leeds@contoso.example with London main line");
            assertThat(second.applied()).isInstanceOf(Request.Completed.class);
            var placed = second.look();
            assertThat(lines(placed).get("Emergency location of the number")).contains("Done", "Quay Street");
            assertThat(lines(placed).get("Auto attendant")).contains("Done");
            assertThat(lines(placed).get("Shared Calling policy"))
                    .contains("Not done", "There is no policy Leeds yet", "Linekeeper's, once you ask for it here");

            var form = (Answer.Form) second.presses(button(placed, "New policy Leeds"));
            assertThat(form.fields()).extracting(field -> field.value()).contains("Leeds", "ra-leeds@contoso.example");
            second.says(House.ANA_ADMIN, "new policy Leeds for ra-leeds with callback +44 20 7946 0130");
            assertThat(second.applied()).isInstanceOf(Request.Completed.class);

            var made = second.look();
            assertThat(lines(made).get("Shared Calling policy")).contains("Done", "Leeds");
            assertThat(lines(made).get("Callback numbers")).contains("Done", "+44 20 7946 0130");
            assertThat(lines(made).get("The operator supports it"))
                    .contains("To be answered", "the operator, or Microsoft's number service desk");
            assertThat(text(made)).contains("Everything there is to read is done; 3 lines only people can answer");

            second.says(House.ANA_ADMIN, "attest RES-18 for Leeds because they wrote so");
            second.says(House.ANA_ADMIN, "attest EMG-13 for Leeds because they wrote so");
            var call = text(second.says(House.ANA_ADMIN, "test call Leeds")).replaceAll("(?s).*?SC-(\\d+).*", "$1");
            second.says(House.ANA_ADMIN, "test call %s worked".formatted(call));

            var ready = second.look();
            assertThat(text(ready)).contains("Everything there is to read is done. Next: enrol people with Leeds");
            assertThat(lines(ready).get("The operator supports it")).contains("Attested", "answers for it until");
            assertThat(lines(ready).values())
                    .allSatisfy(line -> assertThat(line).matches("(?s)(✓ Done|☑ Attested|– Not needed).*"));
            assertThat(button(ready, "Enrol people with Leeds").verb()).isEqualTo("enrol");

            assertThat(text(second.says(House.ANA_ADMIN, "close site leeds"))).contains("Site Leeds is closed");
            assertThat(text(second.says(House.ANA_ADMIN, "sites"))).contains("None is being set up");
            assertThat(second.chat().store().audited())
                    .filteredOn(it -> it.entry().action() == Action.SETTING)
                    .extracting(it -> it.entry().details().get("after"))
                    .hasSize(4)
                    .last()
                    .isEqualTo("closed");
        }
    }
}
