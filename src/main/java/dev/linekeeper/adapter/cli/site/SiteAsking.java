package dev.linekeeper.adapter.cli.site;

import dev.linekeeper.core.fixes.Fixable;
import dev.linekeeper.core.site.Job;
import dev.linekeeper.core.site.SiteChecklist;
import dev.linekeeper.core.site.SiteLine;
import dev.linekeeper.core.site.SiteStep;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands of the shell by which a line can be asked for now, as the chat has buttons; what is to be filled in stands in capitals. */
record SiteAsking(SiteChecklist checklist, Tenant tenant) {
    private static final Pattern PLAIN = Pattern.compile("[\\w@.+-]+");

    List<String> all() {
        return checklist.lines().stream().flatMap(line -> of(line).stream()).toList();
    }

    List<String> of(SiteLine line) {
        return (switch (line.state()) {
                    case NOT_DONE, WARNING -> toDo(line);
                    case MANUAL -> line.step() == SiteStep.TEST_CALL ? toDo(line) : attested(line);
                    case UNREAD, WAITS, ATTESTED, DONE, NOT_NEEDED -> Stream.<String>empty();
                })
                .toList();
    }

    private Stream<String> toDo(SiteLine line) {
        String policy = word(checklist.policy().value());
        return switch (line.step()) {
            case ACCOUNT ->
                checklist.account().isEmpty()
                        ? Stream.of("account new UPN --site %s"
                                .formatted(word(checklist.name().value())))
                        : Stream.empty();
            case POLICY -> policy(policy).stream();
            case CALLBACKS -> Stream.of("policy change %s --add-callback E164".formatted(policy));
            case TEST_CALL -> Stream.of("test-call " + policy);
            default -> line.job() == Job.OURS ? fixes(line) : Stream.empty();
        };
    }

    private Optional<String> policy(String policy) {
        return tenant.sharedCalling(checklist.policy())
                .fold(
                        found -> checklist
                                .account()
                                .map(account -> "policy %s %s --account %s"
                                        .formatted(found.isPresent() ? "change" : "new", policy, named(account))),
                        _ -> Optional.empty());
    }

    private Stream<String> fixes(SiteLine line) {
        return checklist.account().stream()
                .flatMap(account -> line.rules().stream()
                        .filter(rule -> Fixable.of(rule.id()).isPresent())
                        .map(rule -> "fix %s --account %s --with %s"
                                .formatted(
                                        rule.id(),
                                        named(account),
                                        checklist
                                                .chosen(line.step(), tenant)
                                                .map(SiteAsking::word)
                                                .orElse("NAME"))));
    }

    private Stream<String> attested(SiteLine line) {
        return checklist.attested().stream()
                .flatMap(about -> line.rules().stream()
                        .map(rule -> "attest %s --for %s --because TEXT".formatted(rule.id(), word(about.written()))));
    }

    private static String named(ResourceAccount account) {
        return word(account.userPrincipalName());
    }

    /** As it can be pasted; what a shell would read otherwise stands in quotes. */
    private static String word(String text) {
        return PLAIN.matcher(text).matches() ? text : "'%s'".formatted(text.replace("'", "'\\''"));
    }
}
