package dev.linekeeper.adapter.teams;

import static dev.linekeeper.adapter.teams.TokenForge.BOT;
import static dev.linekeeper.adapter.teams.TokenForge.ISSUER;
import static dev.linekeeper.adapter.teams.TokenForge.in;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.node.ObjectNode;

/**
 * The table of tokens: what comes, the HTTP status of the answer, and why, in the words of the log. Every row of section 3.2
 * of the stack's page is here, and every trial of tokens.
 */
final class TokenCases {
    private static final String CONTOSO = TokensTest.CONTOSO;
    private static final String FABRIKAM = "99999999-2222-3333-4444-555555555555";
    private static final String MALFORMED = "Malformed";
    private static final String TIMES = "expired at|used before|must expire";
    private static final String ISSUED_BY = "must come from the connector|Malformed";
    private static final String FOR = "must be for this bot alone|Malformed";
    private static final String NO_KEY = "no matching key|Unsupported|rejected|Malformed|must name its key|signature";
    private static final String NO_TOKEN = "Full authentication is required";
    private static final String COVERS = "service-url-is-not-the-token's";

    private final RSAKey good;
    private final RSAKey otherChannel;
    private final RSAKey unendorsed;
    private final RSAKey endorsedForText;
    private final RSAKey stolenName = OpenIdStandIn.key("good");
    private final String serviceUrl;

    TokenCases(OpenIdStandIn openId, String serviceUrl) {
        this.serviceUrl = serviceUrl;
        openId.publishOddOnes();
        this.good = openId.publish("good", Optional.of(List.of("webchat", "msteams")));
        this.otherChannel = openId.publish("web", Optional.of(List.of("webchat", "MSTeams", "msteams2")));
        this.unendorsed = openId.publish("bare", Optional.empty());
        this.endorsedForText = openId.publish("text", Optional.of("msteams"));
    }

    /**
     * One row.
     *
     * @param authorization the headers of that name, one each
     * @param change what is different in the activity
     */
    record TokenCase(int status, String why, List<String> authorization, Consumer<ObjectNode> change) {}

    TokenForge five() {
        return TokenForge.five(good, serviceUrl);
    }

    Stream<Arguments> all() {
        return Stream.of(servedOnes(), headers(), times(), issuersAndAudiences(), keys(), tampered(), activities())
                .flatMap(rows -> rows);
    }

    private Stream<Arguments> servedOnes() {
        return Stream.of(
                served("the five claims of the connector", five()),
                served("with an iat", five().with("iat", in(-5))),
                served("with an iat of a clock 4 minutes ahead", five().with("iat", in(4))),
                served("without nbf, which may be missing", five().without("nbf")),
                served(
                        "with claims nobody knows",
                        five().with("azp", List.of(1, Map.of("a", 2))).with("jti", "7")),
                served("valid from 4 minutes ahead", five().with("nbf", in(4))),
                served("expired 4 minutes ago", five().with("exp", in(-4))),
                served("times with fractions", five().with("nbf", in(-5) + 0.5).with("exp", in(60) + 0.5)),
                served("for a list of nobody but us", five().with("aud", List.of(BOT))),
                served("for our id in capitals", five().with("aud", BOT.toUpperCase(Locale.ROOT))),
                served(
                        "a service URL in other letters",
                        five().with("serviceurl", serviceUrl.replace("teams", "Teams"))),
                served("without typ", five().headerWithout("typ")),
                served("without x5t", five().headerWithout("x5t")),
                row("the scheme in other letters", 200, "", _ -> {}, "bEARER " + five().compact()));
    }

    private Stream<Arguments> headers() {
        return Stream.of(
                row("no header", 401, NO_TOKEN, _ -> {}),
                refused("an empty header", NO_TOKEN, ""),
                refused("no bearer", "malformed", "Bearer"),
                refused("an empty bearer", "malformed", "Bearer "),
                refused("another scheme", NO_TOKEN, "Basic Ym90OnMzY3JldA=="),
                refused("the token without its scheme", NO_TOKEN, five().compact()),
                refused("garbage", MALFORMED, "Bearer garbage"),
                refused("two dots", MALFORMED, "Bearer a.b.c"),
                refused("four dots", MALFORMED, "Bearer a.b.c.d.e"),
                refused(
                        "a space inside",
                        "malformed",
                        "Bearer " + five().compact().replace(".", ". ")),
                row("the same header twice", 401, "more than one", _ -> {}, five().bearer(), five().bearer()),
                row("a bad one before ours", 401, "more than one", _ -> {}, "Bearer a.b.c", five().bearer()),
                row("a bad one after ours", 401, "more than one", _ -> {}, five().bearer(), "Bearer a.b.c"),
                row("another scheme before ours", 401, "more than one", _ -> {}, "Basic eA==", five().bearer()));
    }

    private Stream<Arguments> times() {
        return Stream.of(
                refused("expired 6 minutes ago", "expired at", five().with("exp", in(-6))),
                refused("expired in 1970", "expired at", five().with("exp", 0)),
                refused("expired before 1970", "expired at", five().with("exp", -1)),
                refused("without exp", TIMES, five().without("exp")),
                refused("exp null", TIMES, five().with("exp", null)),
                refused("exp as text", MALFORMED, five().with("exp", "tomorrow")),
                refused("exp as digits in a text", MALFORMED, five().with("exp", "" + in(60))),
                refused("exp as a list", MALFORMED, five().with("exp", List.of(in(60)))),
                refused("exp as true", MALFORMED, five().with("exp", true)),
                refused("valid from 6 minutes ahead", "used before", five().with("nbf", in(6))),
                refused("nbf as text", MALFORMED, five().with("nbf", "yesterday")),
                refused("nbf as a list", MALFORMED, five().with("nbf", List.of(in(-5)))),
                refused("issued 6 minutes ahead", TIMES, five().with("iat", in(6))),
                refused("issued tomorrow", TIMES, five().with("iat", in(1440)).with("exp", in(1500))),
                refused("iat as text", MALFORMED, five().with("iat", "now")),
                refused("iat as a list", MALFORMED, five().with("iat", List.of(in(-5)))));
    }

    private Stream<Arguments> issuersAndAudiences() {
        return Stream.of(
                refused("of no issuer", ISSUED_BY, five().without("iss")),
                refused("iss null", ISSUED_BY, five().with("iss", null)),
                refused("iss empty", ISSUED_BY, five().with("iss", "")),
                refused("iss as a list", ISSUED_BY, five().with("iss", List.of(ISSUER))),
                refused("iss as a number", ISSUED_BY, five().with("iss", 1)),
                refused("of another issuer", ISSUED_BY, five().with("iss", "https://evil.example")),
                refused("an issuer that looks like ours", ISSUED_BY, five().with("iss", ISSUER + "/")),
                refused("an issuer in capitals", ISSUED_BY, five().with("iss", "HTTPS://api.botframework.com")),
                refused("of the government's cloud", ISSUED_BY, five().with("iss", "https://api.botframework.us")),
                refused(
                        "of the emulator",
                        ISSUED_BY,
                        five().with("iss", "https://login.microsoftonline.com/" + CONTOSO + "/v2.0")),
                refused(
                        "of a user of ours",
                        ISSUED_BY,
                        five().with("iss", "https://sts.windows.net/" + CONTOSO + "/")
                                .with("oid", "ana")),
                refused("of another bot, as a skill", NO_KEY, skill(OpenIdStandIn.key("entra"))),
                refused("of another bot, by a key of the connector", ISSUED_BY, skill(good)),
                refused(
                        "what a bot sends to the connector",
                        ISSUED_BY,
                        five().with("iss", "https://sts.windows.net/" + CONTOSO + "/")
                                .with("aud", ISSUER)),
                refused("for nobody", FOR, five().without("aud")),
                refused("aud null", FOR, five().with("aud", null)),
                refused("aud empty", FOR, five().with("aud", "")),
                refused("aud an empty list", FOR, five().with("aud", List.of())),
                refused("aud a list with a number", FOR, five().with("aud", List.of(BOT, 1))),
                refused("aud as an object", FOR, five().with("aud", Map.of("id", BOT))),
                refused("aud as a number", FOR, five().with("aud", 1)),
                refused("for another bot", FOR, five().with("aud", "c0000000-0000-0000-0000-00000000b070")),
                refused("for us and another bot", FOR, five().with("aud", List.of(BOT, "other"))),
                refused("for the connector", FOR, five().with("aud", ISSUER)),
                refused("for our account in Teams", FOR, five().with("aud", "28:" + BOT)));
    }

    /** Of another bot in another tenant, which says it is somebody of ours: the SDK lets it in (stack, 3.2). */
    private TokenForge skill(RSAKey key) {
        return TokenForge.five(key, serviceUrl)
                .with("iss", "https://sts.windows.net/" + FABRIKAM + "/")
                .with("appid", "another-bot")
                .with("ver", "1.0");
    }

    private Stream<Arguments> keys() {
        return Stream.of(
                refused("of an unknown key", NO_KEY, TokenForge.five(OpenIdStandIn.key("unknown"), serviceUrl)),
                refused("of a key under a good one's name", NO_KEY, five().signedBy(stolenName)),
                refused("of a good key under another name", NO_KEY, five().header("kid", "other")),
                refused("of a key endorsed for another channel", NO_KEY, TokenForge.five(otherChannel, serviceUrl)),
                refused("of a key endorsed for nothing", NO_KEY, TokenForge.five(unendorsed, serviceUrl)),
                refused("of a key endorsed by a text", NO_KEY, TokenForge.five(endorsedForText, serviceUrl)),
                refused("without the key's name", "must name its key", five().headerWithout("kid")),
                refused("the key's name empty", NO_KEY, five().header("kid", "")),
                refused("the key's name a list", NO_KEY, five().header("kid", List.of("good"))),
                refused("the key's name a path", NO_KEY, five().header("kid", "../good")),
                refused(
                        "with a key of its own",
                        NO_KEY,
                        five().signedBy(stolenName)
                                .header("jwk", stolenName.toPublicJWK().toJSONObject())),
                refused(
                        "with keys elsewhere",
                        NO_KEY,
                        five().signedBy(stolenName).header("jku", "https://evil.example/keys")),
                refused("alg none", NO_KEY, five().header("alg", "none")),
                refused("alg None", NO_KEY, five().header("alg", "None")),
                refused("alg HS256 with the public key as password", NO_KEY, five().header("alg", "HS256")),
                refused("alg RS384", NO_KEY, five().header("alg", "RS384")),
                refused("alg RS512", NO_KEY, five().header("alg", "RS512")),
                refused("alg PS256", NO_KEY, five().header("alg", "PS256")),
                refused("alg ES256", NO_KEY, five().header("alg", "ES256")),
                refused("alg missing", NO_KEY, five().headerWithout("alg")),
                refused("alg a list", NO_KEY, five().header("alg", List.of("RS256"))),
                refused(
                        "with a critical header",
                        NO_KEY,
                        five().header("crit", List.of("exp2")).header("exp2", 1)),
                refused(
                        "with b64 false",
                        NO_KEY,
                        five().header("crit", List.of("b64")).header("b64", false)));
    }

    private Stream<Arguments> tampered() {
        String token = five().compact();
        String[] parts = token.split("\\.");
        String[] other = five().with("aud", List.of(BOT)).compact().split("\\.");
        return Stream.of(
                refused(
                        "with the claims of another",
                        NO_KEY,
                        "Bearer " + String.join(".", parts[0], other[1], parts[2])),
                refused("without its signature", NO_KEY, "Bearer " + parts[0] + "." + parts[1] + "."),
                refused("half its signature", NO_KEY, "Bearer " + token.substring(0, token.length() - 100)),
                refused("claims that are a list", MALFORMED, five().saying("[1]")),
                refused("claims that are null", MALFORMED, five().saying("null")),
                refused("claims that are nothing", MALFORMED, five().saying("")),
                refused("claims cut off", MALFORMED, five().saying("{\"aud\":")),
                refused("aud said twice", FOR, five().saying(five().json().replace("{", "{\"aud\":\"other\","))));
    }

    private Stream<Arguments> activities() {
        return Stream.of(
                forbidden("no serviceurl in the token", COVERS, five().without("serviceurl"), _ -> {}),
                forbidden("serviceurl null", COVERS, five().with("serviceurl", null), _ -> {}),
                forbidden("serviceurl empty", COVERS, five().with("serviceurl", ""), _ -> {}),
                forbidden("serviceurl as a list", COVERS, five().with("serviceurl", List.of(serviceUrl)), _ -> {}),
                forbidden("serviceurl as a number", COVERS, five().with("serviceurl", 1), _ -> {}),
                forbidden("serviceUrl, spelled so", COVERS, spelledSo(), _ -> {}),
                forbidden(
                        "serviceurl of another region",
                        COVERS,
                        five().with("serviceurl", "https://smba.trafficmanager.net/emea/"),
                        _ -> {}),
                forbidden(
                        "another service URL than the token's",
                        COVERS,
                        five(),
                        it -> it.put("serviceUrl", serviceUrl + "x/")),
                forbidden("no service URL", COVERS, five(), it -> it.remove("serviceUrl")),
                forbidden(
                        "no service URL, and none in the token",
                        COVERS,
                        five().without("serviceurl"),
                        it -> it.remove("serviceUrl")),
                forbidden(
                        "a service URL that is not on the list",
                        "service-url-not-allowed",
                        five().with("serviceurl", "https://evil.example/"),
                        it -> it.put("serviceUrl", "https://evil.example/")),
                forbidden("another channel", "another-channel", five(), it -> it.put("channelId", "webchat")),
                forbidden("the emulator's channel", "another-channel", five(), it -> it.put("channelId", "emulator")),
                forbidden("an empty channel", "another-channel", five(), it -> it.put("channelId", "")),
                forbidden("no channel", "another-channel", five(), it -> it.putNull("channelId")),
                forbidden("another tenant", "tenant-not-allowed", five(), it -> tenant(it, FABRIKAM)),
                forbidden("no tenant", "tenant-not-allowed", five(), it -> tenant(it, "")),
                forbidden(
                        "another tenant, ours as decoration",
                        "two-tenants",
                        five(),
                        it -> ((ObjectNode) it.path("conversation")).put("tenantId", FABRIKAM)),
                row("no type", 400, "are needed", it -> it.remove("type"), five().bearer()),
                row("no conversation", 400, "are needed", it -> it.remove("conversation"), five().bearer()));
    }

    private TokenForge spelledSo() {
        return five().without("serviceurl").with("serviceUrl", serviceUrl);
    }

    private static void tenant(ObjectNode activity, String id) {
        ((ObjectNode) activity.path("conversation")).put("tenantId", id);
        ((ObjectNode) activity.path("channelData").path("tenant")).put("id", id);
    }

    private static Arguments served(String name, TokenForge token) {
        return row(name, 200, "", _ -> {}, token.bearer());
    }

    private static Arguments refused(String name, String why, TokenForge token) {
        return refused(name, why, token.bearer());
    }

    private static Arguments refused(String name, String why, String authorization) {
        return row(name, 401, why, _ -> {}, authorization);
    }

    private static Arguments forbidden(String name, String why, TokenForge token, Consumer<ObjectNode> change) {
        return row(name, 403, why, change, token.bearer());
    }

    private static Arguments row(
            String name, int status, String why, Consumer<ObjectNode> change, String... authorization) {
        return argumentSet(name, new TokenCase(status, why, List.of(authorization), change));
    }
}
