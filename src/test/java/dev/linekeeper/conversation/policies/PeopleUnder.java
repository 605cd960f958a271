package dev.linekeeper.conversation.policies;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** The demo tenant with more people under "Seattle no callback", which has Cameron alone: each with voice, routing and emergency settings in order. */
public final class PeopleUnder {
    public static final UserId CAMERON = new UserId("0baef8c8-463f-5087-a744-c6318725bfd3");

    private PeopleUnder() {}

    public static UserId person(int number) {
        return new UserId("00000000-0000-4000-9100-%012d".formatted(number));
    }

    /** So many in all. */
    public static SimulatedTenant noCallback(int people) {
        return Fabrikam.model(file(people).toString());
    }

    /** The same where a group without a member has the policy too. */
    public static SimulatedTenant noCallbackOfAnEmptyGroup(int people) {
        ObjectNode file = file(people);
        String group = "00000000-0000-4000-9200-000000000001";
        var empty =
                file.withArrayProperty("groups").addObject().put("id", group).put("displayName", "Nobody yet");
        empty.putArray("members");
        file.withArrayProperty("groupPolicyAssignments")
                .addObject()
                .put("groupId", group)
                .put("policyType", "TeamsSharedCallingRoutingPolicy")
                .put("policyName", "Seattle no callback")
                .put("rank", 3);
        return Fabrikam.model(file.toString());
    }

    private static ObjectNode file(int people) {
        var file = WireJson.parse(demo());
        var users = file.withArrayProperty("users");
        var cameron = users.valueStream()
                .filter(user -> WireJson.text(user, "id").equals(CAMERON.value()))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
        for (int each = 1; each < people; each++) {
            users.add(cameron.deepCopy()
                    .put("id", person(each).value())
                    .put("userPrincipalName", "desk%02d@contoso.example".formatted(each))
                    .put("displayName", "Desk %02d".formatted(each)));
        }
        return file;
    }

    private static String demo() {
        try {
            return Files.readString(Path.of("src/main/resources/demo/tenant.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
