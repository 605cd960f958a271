package dev.linekeeper.adapter.teams;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * A token made by hand, not by the library that reads it: every header and claim can be missing, wrong or of another type.
 *
 * @param claims an object for JSON, or the JSON itself
 */
public record TokenForge(RSAKey key, Map<String, Object> header, Object claims) {
    public static final String BOT = "b0000000-0000-0000-0000-00000000b070";
    static final String ISSUER = "https://api.botframework.com";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the connector sends: five claims, and typ, alg, x5t and kid in the header. */
    public static TokenForge five(RSAKey key, String serviceUrl) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("typ", "JWT");
        header.put("alg", "RS256");
        header.put("x5t", key.getKeyID());
        header.put("kid", key.getKeyID());
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("serviceurl", serviceUrl);
        claims.put("nbf", in(-5));
        claims.put("exp", in(60));
        claims.put("iss", ISSUER);
        claims.put("aud", BOT);
        return new TokenForge(key, header, claims);
    }

    /** A time of a claim, in seconds since 1970. */
    static long in(long minutes) {
        return Instant.now().plusSeconds(60 * minutes).getEpochSecond();
    }

    TokenForge with(String claim, Object value) {
        return new TokenForge(key, header, changed(asMap(), claim, value));
    }

    TokenForge without(String claim) {
        Map<String, Object> fewer = new LinkedHashMap<>(asMap());
        fewer.remove(claim);
        return new TokenForge(key, header, fewer);
    }

    TokenForge header(String name, Object value) {
        return new TokenForge(key, changed(header, name, value), claims);
    }

    TokenForge headerWithout(String name) {
        Map<String, Object> fewer = new LinkedHashMap<>(header);
        fewer.remove(name);
        return new TokenForge(key, fewer, claims);
    }

    /** The same, signed with another key, whose name is not said. */
    TokenForge signedBy(RSAKey other) {
        return new TokenForge(other, header, claims);
    }

    TokenForge saying(String json) {
        return new TokenForge(key, header, json);
    }

    /** The claims as they are sent. */
    String json() {
        return claims instanceof String text ? text : JSON.writeValueAsString(claims);
    }

    public String compact() {
        return body() + "." + base64(signature(String.valueOf(header.get("alg")), body()));
    }

    public String bearer() {
        return "Bearer " + compact();
    }

    private String body() {
        return base64(JSON.writeValueAsBytes(header)) + "." + base64(json().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(String algorithm, String body) {
        try {
            return switch (algorithm) {
                case "none" -> new byte[0];
                case "HS256" -> mac(key.toRSAPublicKey().getEncoded(), body);
                case "PS256" -> {
                    Signature pss = Signature.getInstance("RSASSA-PSS");
                    pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
                    yield signed(pss, key.toPrivateKey(), body);
                }
                case "ES256" ->
                    signed(
                            Signature.getInstance("SHA256withECDSAinP1363Format"),
                            KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate(),
                            body);
                case "RS384" -> signed(Signature.getInstance("SHA384withRSA"), key.toPrivateKey(), body);
                case "RS512" -> signed(Signature.getInstance("SHA512withRSA"), key.toPrivateKey(), body);
                default -> signed(Signature.getInstance("SHA256withRSA"), key.toPrivateKey(), body);
            };
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mac(byte[] password, String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(password, "HmacSHA256"));
        return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] signed(Signature signature, PrivateKey key, String body) throws GeneralSecurityException {
        signature.initSign(key);
        signature.update(body.getBytes(StandardCharsets.UTF_8));
        return signature.sign();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> asMap() {
        return (Map<String, Object>) claims;
    }

    private static Map<String, Object> changed(Map<String, Object> old, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(old);
        changed.put(name, value);
        return changed;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
