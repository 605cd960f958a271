import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Submits one batch into the database of a bot that runs. Arguments: the settings of the bot, who asks, and the people. */
class SubmitBatch {
    public static void main(String[] arguments) throws Exception {
        String[] settings =
                Arrays.stream(arguments).filter(each -> each.startsWith("--")).toArray(String[]::new);
        List<UserId> people = Arrays.stream(arguments)
                .filter(each -> !each.startsWith("--"))
                .map(UserId::new)
                .toList();
        var wiring = Class.forName("dev.linekeeper.app.ShellContexts$WithStore");
        try (var context = new SpringApplicationBuilder(wiring)
                .web(WebApplicationType.NONE)
                .run(settings)) {
            List<ChangeRequest> changes = people.stream()
                    .skip(1)
                    .map(person -> new ChangeRequest(
                            people.getFirst(),
                            new Intent.EnrolPerson(person, new PolicyName("Seattle"), false),
                            "bulk"))
                    .toList();
            var submitted = context.getBean(BatchSubmission.class).submit(changes, Optional.empty(), _ -> true);
            System.exit(submitted.batch().isPresent() ? 0 : 1);
        }
    }
}
