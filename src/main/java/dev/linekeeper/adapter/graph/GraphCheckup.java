package dev.linekeeper.adapter.graph;

import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks which Graph permissions are granted: by the roles in the token, or by a small read when the token does not show
 * them. Write permissions are never tried out.
 */
final class GraphCheckup implements Checkup {
    /** Each read permission with the smallest call that needs it. */
    private static final Map<String, Graph.GraphRead> READS = reads();

    private static final List<String> WRITES =
            List.of("TeamsPolicyUserAssign.ReadWrite.All", "TeamsTelephoneNumber.ReadWrite.All");
    /** Those that nothing but a fix of resource accounts takes, with what it is. */
    private static final Map<String, AccountRight> OPTIONAL = Stream.of(AccountRight.values())
            .collect(Collectors.toMap(
                    right -> right.permissions().getFirst(), Function.identity(), (one, _) -> one, LinkedHashMap::new));

    private static final String INSTALL = "TeamsAppInstallation.ReadWriteSelfForUser.All";

    private final Graph reads;
    private final GraphAccess readAccess;
    private final Optional<GraphAccess> writeAccess;
    private final Optional<GraphAccess> installAccess;

    /**
     * An app registration and its token.
     *
     * @param setting the prefix of its settings
     */
    record GraphAccess(String setting, Supplier<String> token) {}

    GraphCheckup(
            Graph reads,
            GraphAccess readAccess,
            Optional<GraphAccess> writeAccess,
            Optional<GraphAccess> installAccess) {
        this.reads = reads;
        this.readAccess = readAccess;
        this.writeAccess = writeAccess;
        this.installAccess = installAccess;
    }

    private static Map<String, Graph.GraphRead> reads() {
        Map<String, Graph.GraphRead> reads = new LinkedHashMap<>();
        reads.put(
                "User.Read.All",
                graph -> Graph.top(1, graph.users().toGetRequestInformation(), "id", "accountEnabled"));
        reads.put("GroupMember.Read.All", graph -> Graph.top(1, graph.groups().toGetRequestInformation(), "id"));
        reads.put(
                "TeamsUserConfiguration.Read.All",
                graph -> Graph.top(1, graph.admin().teams().userConfigurations().toGetRequestInformation()));
        reads.put(
                "TeamsTelephoneNumber.Read.All",
                graph -> Graph.top(
                        1,
                        graph.admin()
                                .teams()
                                .telephoneNumberManagement()
                                .numberAssignments()
                                .toGetRequestInformation()));
        reads.put("Organization.Read.All", graph -> graph.organization().toGetRequestInformation());
        return reads;
    }

    @Override
    public List<SetupCheck> checks() {
        var checks = new ArrayList<SetupCheck>();
        var granted = granted(readAccess, checks);
        READS.forEach((permission, call) -> checks.add(read(permission, call, granted)));
        writeAccess.ifPresentOrElse(
                access -> {
                    var roles = granted(access, checks);
                    WRITES.forEach(permission -> checks.add(inToken(permission, roles, access)));
                    OPTIONAL.forEach((permission, right) -> checks.add(optional(permission, right, roles, access)));
                },
                () -> checks.add(SetupCheck.of(
                        "writes", CheckState.ATTENTION, "linekeeper.graph.writes.app-id", SetupCheck.nothingFound())));
        installAccess.ifPresentOrElse(
                access -> checks.add(inToken(INSTALL, granted(access, checks), access)),
                () -> checks.add(SetupCheck.of(
                        "installing", CheckState.ATTENTION, "linekeeper.bot.teams-app-id", SetupCheck.nothingFound())));
        return checks;
    }

    /** The roles in the token; empty when the token is opaque. */
    private static Optional<Set<String>> granted(GraphAccess access, List<SetupCheck> checks) {
        try {
            return TokenRoles.of(access.token().get());
        } catch (RuntimeException refused) {
            checks.add(SetupCheck.of(
                    "token",
                    CheckState.MISSING,
                    access.setting(),
                    SetupCheck.found(String.valueOf(refused.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("")),
                    access.setting()));
            return Optional.of(Set.of());
        }
    }

    private SetupCheck read(String permission, Graph.GraphRead call, Optional<Set<String>> granted) {
        if (granted.isPresent() && !granted.get().contains(permission)) {
            return of(permission, CheckState.MISSING, SetupCheck.nothingFound(), readAccess);
        }
        try {
            reads.probe(call);
            return of(permission, CheckState.GOOD, SetupCheck.found(permission), readAccess);
        } catch (BackendFailure failure) {
            var message = String.valueOf(failure.getMessage());
            return failure.kind() == FailureKind.DENIED
                    ? of(permission, CheckState.MISSING, SetupCheck.found(message), readAccess)
                    : of(permission, CheckState.UNKNOWN, SetupCheck.notChecked(message), readAccess);
        }
    }

    /** A stand-in on this machine uses opaque tokens and needs no permission. */
    private static SetupCheck inToken(String permission, Optional<Set<String>> granted, GraphAccess access) {
        return granted.map(roles -> roles.contains(permission)
                        ? of(permission, CheckState.GOOD, SetupCheck.found(permission), access)
                        : of(permission, CheckState.MISSING, SetupCheck.nothingFound(), access))
                .orElseGet(() -> of(permission, CheckState.NOT_NEEDED, SetupCheck.nothingFound(), access));
    }

    private static SetupCheck optional(
            String permission, AccountRight right, Optional<Set<String>> granted, GraphAccess access) {
        boolean has = granted.map(AccountRight::among)
                .filter(rights -> rights.contains(right))
                .isPresent();
        return SetupCheck.of(
                        "optional-permission",
                        has ? CheckState.GOOD : CheckState.NOT_NEEDED,
                        String.join(" + ", right.permissions()),
                        has ? SetupCheck.found(permission) : SetupCheck.nothingFound(),
                        permission,
                        access.setting())
                .withLoss("permission." + permission);
    }

    private static SetupCheck of(String permission, CheckState state, Explanation found, GraphAccess access) {
        return SetupCheck.of("permission", state, permission, found, permission, access.setting())
                .withLoss("permission." + permission);
    }
}
