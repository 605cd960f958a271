package dev.linekeeper.adapter.teams.auth;

import dev.linekeeper.adapter.teams.auth.ConnectorTokens.KeysUnavailable;
import dev.linekeeper.service.audit.RefusedRequests;
import dev.linekeeper.service.audit.RefusedRequests.RequestRefusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Spring Security's rules for HTTP: the open paths; all others are refused. */
public final class HttpAccessRules {
    private static final String ARRIVED = "linekeeper.arrived";
    private static final String[] HEALTH = {"/actuator/health", "/actuator/health/**", "/livez", "/readyz"};
    private static final String METRICS = "/actuator/prometheus";
    /** Where Teams delivers activities. */
    public static final String MESSAGES = "/api/messages";

    private static final String[] PLAYGROUND = {
        "/", "/favicon.ico", "/playground/**", "/connector/**", "/emulator/faults"
    };
    private static final String[] PAGES = {"/help", "/privacy", "/terms"};

    private HttpAccessRules() {}

    /** Without a bot identity: open to this machine only; the playground's page sets a content policy of its own. */
    public static DefaultSecurityFilterChain toThisMachine(HttpSecurity http, RefusedRequests refused) {
        return stateless(http, refused)
                .addFilterBefore(new LoopbackFilter(refused), HeaderWriterFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, MESSAGES)
                        .permitAll()
                        .requestMatchers(HEALTH)
                        .permitAll()
                        .requestMatchers(METRICS)
                        .permitAll()
                        .requestMatchers(PLAYGROUND)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PAGES)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** With a bot identity: messages with a token of Teams, health and pages for everybody, metrics for its readers. */
    public static DefaultSecurityFilterChain toTeams(
            HttpSecurity http, JwtDecoder tokens, MetricsReaders metrics, RefusedRequests refusedOnes) {
        RequestMatcher readMetrics = request -> METRICS.equals(request.getRequestURI()) && metrics.includes(request);
        return withoutMetadata(stateless(http, refusedOnes)
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, MESSAGES)
                        .authenticated()
                        .requestMatchers(HEALTH)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PAGES)
                        .permitAll()
                        .requestMatchers(readMetrics)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(tokens))
                        .bearerTokenResolver(HttpAccessRules::onlyToken)
                        .authenticationEntryPoint(counting(refusedOnes)))
                .build());
    }

    /** Spring Security describes every resource server to everybody; ours has nothing to describe. */
    private static DefaultSecurityFilterChain withoutMetadata(DefaultSecurityFilterChain chain) {
        return new DefaultSecurityFilterChain(
                chain.getRequestMatcher(),
                chain.getFilters().stream()
                        .filter(filter -> !(filter instanceof OAuth2ProtectedResourceMetadataFilter))
                        .toList());
    }

    private static AuthenticationEntryPoint counting(RefusedRequests refusedOnes) {
        return (request, response, refused) -> {
            if (MESSAGES.equals(request.getRequestURI())) {
                reason(refused).ifPresentOrElse(refusedOnes::count, refusedOnes::unchecked);
            }
            refuse(response, status(refused), refused);
        };
    }

    /** Why a message was refused; empty for a token that could not be checked. */
    private static Optional<RequestRefusal> reason(Exception refused) {
        if (refused.getCause() instanceof KeysUnavailable) {
            return Optional.empty();
        }
        return Optional.of(
                refused instanceof OAuth2AuthenticationException header
                        ? BearerTokenErrorCodes.INVALID_TOKEN.equals(
                                        header.getError().getErrorCode())
                                ? RequestRefusal.TOKEN_NOT_GOOD
                                : RequestRefusal.AUTHORIZATION_MALFORMED
                        : RequestRefusal.NO_TOKEN);
    }

    /** A token that could not be checked is not refused: Teams delivers again what was answered with 503. */
    private static HttpStatus status(Exception refused) {
        return refused.getCause() instanceof KeysUnavailable ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNAUTHORIZED;
    }

    /** How long ago the check of the request's token began. */
    public static Duration since(HttpServletRequest request) {
        return request.getAttribute(ARRIVED) instanceof Long at
                ? Duration.ofNanos(System.nanoTime() - at)
                : Duration.ZERO;
    }

    /** The token of the one Authorization header; with a second one nobody could say which of them a proxy has looked at. */
    private static @Nullable String onlyToken(HttpServletRequest request) {
        request.setAttribute(ARRIVED, System.nanoTime());
        if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
            throw new OAuth2AuthenticationException(
                    BearerTokenErrors.invalidRequest("more than one Authorization header"));
        }
        return new DefaultBearerTokenResolver().resolve(request);
    }

    private static HttpSecurity stateless(HttpSecurity http, RefusedRequests refusedOnes) {
        return http.csrf(csrf -> csrf.disable())
                .formLogin(login -> login.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(counting(refusedOnes))
                        .accessDeniedHandler(
                                (_, response, refused) -> refuse(response, HttpStatus.FORBIDDEN, refused)));
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, Exception why) throws IOException {
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        HttpProblem.refused(status, why.getMessage()).write(response);
    }
}
