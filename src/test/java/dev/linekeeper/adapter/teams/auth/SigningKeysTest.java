package dev.linekeeper.adapter.teams.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.linekeeper.adapter.teams.OpenIdStandIn;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
    @Test
    void while_keys_cannot_be_read_those_of_before_serve_and_another_is_not_said_to_be_wrong() throws Exception {
        var openId = new OpenIdStandIn();
        openId.publish("of-before", Optional.of(List.of("msteams")));
        var keys = new SigningKeys(Clock.systemUTC(), _ -> {}).describedAt(URI.create(openId.metadata()));
        assertThat(named("of-before", keys)).hasSize(1);
        assertThat(named("invented", keys)).isEmpty();

        openId.close();
        assertThatThrownBy(() -> named("newer", keys)).isInstanceOf(KeySourceException.class);
        assertThat(named("of-before", keys)).hasSize(1);
    }

    private static List<JWK> named(String id, JWKSource<SecurityContext> keys) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }
}
