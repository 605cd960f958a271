package dev.linekeeper.adapter.teams.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.linekeeper.adapter.teams.auth.BotIdentity.RegisteredBot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
import org.springframework.security.oauth2.jwt.JwtException;
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

    private ConnectorTokens() {}

    public static JwtDecoder of(RegisteredBot bot, SigningKeys keys) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys.describedAt(bot.metadata())));
        processor.setJWTClaimsSetVerifier((_, _) -> {}); // the validators below look at the claims
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setClaimSetConverter(ConnectorTokens::asSent);
        var timestamps = new JwtTimestampValidator(SKEW);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                timestamps,
                must("expire", token -> token.getExpiresAt() != null && !isFromTheFuture(token)),
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

    /** A token that cannot be checked is refused like a bad one; the log says when the keys are unreachable. */
    private static Jwt decode(JwtDecoder decoder, String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            log.error("action=check-token outcome=keys-unavailable cause={}", String.valueOf(e.getCause()));
            throw new BadJwtException("The signing keys are not available", e);
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

    private static boolean isFromTheFuture(Jwt token) {
        Instant issued = token.getIssuedAt();
        return issued != null && issued.isAfter(Instant.now().plus(SKEW));
    }

    private static OAuth2TokenValidator<Jwt> must(String what, Predicate<Jwt> check) {
        var refused = OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "must " + what, null));
        return token -> check.test(token) ? OAuth2TokenValidatorResult.success() : refused;
    }
}
