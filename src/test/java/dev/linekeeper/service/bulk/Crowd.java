package dev.linekeeper.service.bulk;

import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** A demo tenant with many more people, who differ. */
public final class Crowd {
    private Crowd() {}

    public static UserId person(int number) {
        return new UserId("00000000-0000-4000-9000-%012d".formatted(number));
    }

    /** People with voice and without, with nothing, with another policy, and enrolled already. */
    public static SimulatedTenant tenant(int people, Random random) {
        var file = WireJson.parse(read(Path.of("src/main/resources/demo/tenant.json")));
        var adele = file.path("users")
                .valueStream()
                .filter(user -> WireJson.text(user, "id").equals(House.ADELE.value()))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
        for (int each = 0; each < people; each++) {
            var user = adele.deepCopy()
                    .put("id", person(each).value())
                    .put("userPrincipalName", "many%d@contoso.example".formatted(each))
                    .put("usageLocation", "US")
                    .put("isEnterpriseVoiceEnabled", each % 4 >= 2 || random.nextInt(4) > 0);
            switch (each % 4) {
                case 2 -> grant(user, "TeamsSharedCallingRoutingPolicy", "London");
                case 3 -> {
                    grant(user, "TeamsEmergencyCallRoutingPolicy", "Emergency-US");
                    grant(user, "OnlineVoiceRoutingPolicy", "NoPSTN");
                    grant(user, "TeamsSharedCallingRoutingPolicy", "Seattle");
                }
                default -> {}
            }
            file.withArrayProperty("users").add(user);
        }
        return Fabrikam.model(file.toString());
    }

    /** A batch of so many of them for whom there is something to do, approved. */
    public static Batch approved(House house, Requests requests, int people) {
        var changes = IntStream.iterate(0, each -> each + 1)
                .filter(each -> each % 4 < 3)
                .limit(people)
                .mapToObj(each -> new ChangeRequest(
                        House.ANA_ADMIN, new Intent.EnrolPerson(person(each), House.SEATTLE, false), "many"))
                .toList();
        Batch batch = requests.askingForMany()
                .submit(changes, Optional.empty(), _ -> true)
                .batch()
                .orElseThrow();
        for (var approver : List.of(House.LEE_APPROVER, House.PRIYA_APPROVER)) {
            for (var action : List.of(RequestAction.APPROVE, RequestAction.CONFIRM)) {
                requests.decidingMany().decide(approver, batch.id(), action, new DecisionInput.Typed(), "");
            }
        }
        return house.kept.batches().find(batch.id()).orElseThrow().batch();
    }

    private static void grant(ObjectNode user, String type, String policy) {
        user.withArrayProperty("policyGrants")
                .addObject()
                .put("policyType", type)
                .put("policyName", policy);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
