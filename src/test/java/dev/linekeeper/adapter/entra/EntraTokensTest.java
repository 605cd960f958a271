package dev.linekeeper.adapter.entra;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.ClientAuthenticationException;
import com.microsoft.aad.msal4j.MsalServiceException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class EntraTokensTest {
    private static final TokenRequestContext GRAPH =
            new TokenRequestContext().addScopes("https://graph.microsoft.com/.default");

    @Test
    void a_secret_that_has_expired_is_refused_whoever_says_so() {
        assertThatThrownBy(() -> EntraTokens.of(answering(401, "AADSTS7000222: The secret is expired."), GRAPH))
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessageContaining("AADSTS7000222");
    }

    @Test
    void an_entra_that_is_busy_has_refused_nothing() {
        for (int status : new int[] {429, 503}) {
            assertThatThrownBy(() -> EntraTokens.of(answering(status, "AADSTS90033: Try again."), GRAPH))
                    .isNotInstanceOf(ClientAuthenticationException.class);
        }
    }

    /** As Azure Identity hands MSAL's exception on. */
    private static TokenCredential answering(int status, String message) {
        var answered = new MsalServiceException(message, "invalid_client") {
            @Override
            public Integer statusCode() {
                return status;
            }
        };
        return _ -> Mono.error(new RuntimeException(new ExecutionException(answered)));
    }
}
