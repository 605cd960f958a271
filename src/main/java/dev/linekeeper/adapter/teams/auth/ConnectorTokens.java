package dev.linekeeper.adapter.teams.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.linekeeper.adapter.teams.auth.BotIdentity.RegisteredBot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The check of tokens from the Bot Connector: signed with RS256 by a key endorsed for Teams, issued by the Bot Framework
 * for this bot alone, and not expired. Tokens of other bots, of users and of the Bot Framework Emulator are refused. The
 * decoder is thread-safe.
 */
public final class ConnectorTokens {
    private static final Logger log = LoggerFactory.getLogger(ConnectorTokens.class);
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** How long a request waits for keys that are not there: it must still end in time. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final ExecutorService CHECKS = Executors.newVirtualThreadPerTaskExecutor();

    private ConnectorTokens() {}

    public static JwtDecoder of(RegisteredBot bot, SigningKeys keys, Clock clock) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys.describedAt(bot.metadata())));
        processor.setJWTClaimsSetVerifier((_, _) -> {}); // the validators below look at the claims
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setClaimSetConverter(ConnectorTokens::asSent);
        var timestamps = new JwtTimestampValidator(SKEW);
        timestamps.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                timestamps,
                must("expire", token -> token.getExpiresAt() != null && !isFromTheFuture(token, clock)),
                must("come from the connector", token -> bot.issuer().equals(token.getClaimAsString("iss"))),
                must(
                        "be for this bot alone",
                        token -> token.getAudience() != null
                                && token.getAudience().size() == 1
                                && bot.app()
                                        .appId()
                                        .equalsIgnoreCase(token.getAudience().getFirst())),
                must("name its key", token -> token.getHeaders().get("kid") != null)));
        return token -> decode(decoder, token);
    }

    /** Waits for keys for a limited time; who reads them goes on, so that a token that comes later finds them. */
    private static Jwt decode(JwtDecoder decoder, String token) {
        Future<Jwt> checked = CHECKS.submit(() -> decoder.decode(token));
        try {
            return checked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BadJwtException bad) {
                throw bad;
            }
            throw new KeysUnavailable(e);
        } catch (TimeoutException e) {
            throw new KeysUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeysUnavailable(e);
        }
    }

    /** The signing keys could not be read in time: nobody knows whether the token is good. */
    static final class KeysUnavailable extends BadJwtException {
        private static final long serialVersionUID = 1L;

        KeysUnavailable(Exception why) {
            super("The signing keys are not available", why);
            log.error("action=check-token outcome=keys-unavailable cause={}", String.valueOf(why));
        }
    }

    /**
     * The claims with their Java types and none more. Tokens of the connector have five claims: serviceurl, nbf, exp, iss
     * and aud. Spring adds an {@code iat} of a second before {@code exp}, which makes every one of them look as if it came
     * from the future; and it reads {@code iss} as an address, which changes its letters.
     */
    private static Map<String, Object> asSent(Map<String, Object> claims) {
        Map<String, Object> converted = MappedJwtClaimSetConverter.withDefaults(Map.of("iss", issuer -> issuer))
                .convert(claims);
        converted.keySet().retainAll(claims.keySet());
        return converted;
    }

    private static boolean isFromTheFuture(Jwt token, Clock clock) {
        Instant issued = token.getIssuedAt();
        return issued != null && issued.isAfter(clock.instant().plus(SKEW));
    }

    private static OAuth2TokenValidator<Jwt> must(String what, Predicate<Jwt> check) {
        var refused = OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "must " + what, null));
        return token -> check.test(token) ? OAuth2TokenValidatorResult.success() : refused;
    }
}
