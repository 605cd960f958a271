package dev.linekeeper.adapter.graph;

import dev.linekeeper.core.tenant.ResourceAccount.AccountRight;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The application permissions in a token's {@code roles} claim. The signature is not checked: this only tells an admin
 * what is missing.
 */
final class TokenRoles {
    private static final JsonMapper JSON = JsonMapper.shared();

    private TokenRoles() {}

    /** The roles; empty when the token is not a readable JWT. */
    static Optional<Set<String>> of(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode claims =
                    JSON.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            var roles = new LinkedHashSet<String>();
            claims.path("roles").forEach(role -> roles.add(role.asString("")));
            return Optional.of(roles);
        } catch (IllegalArgumentException | JacksonException _) {
            return Optional.empty();
        }
    }

    /** What of accounts may be set with the token; a {@link BackendFailure} when it does not tell. */
    static Set<AccountRight> accountRights(String token) {
        return AccountRight.among(of(token)
                .orElseThrow(() -> new BackendFailure(
                        FailureKind.PROTOCOL, "The token does not say which permissions were granted")));
    }
}
