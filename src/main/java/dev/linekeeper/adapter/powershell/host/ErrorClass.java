package dev.linekeeper.adapter.powershell.host;

import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What an error of a cmdlet means: by HTTP status, else by the error's id, its category, a status in its text, and last by
 * {@link ErrorWords}. Words come first only where they say that something is gone for good, or that the sign-in is. What
 * nobody has seen before is {@link #INVALID}, which is never tried again.
 */
enum ErrorClass {
    /** A cmdlet, parameter or part of the installation that is not there; whatever status it came with. */
    GONE(FailureKind.UNSUPPORTED),
    /** Refused by Entra ID; its codes are more precise than its words. */
    SIGN_IN_PASSING(FailureKind.TRANSIENT),
    /** Handled by signing in anew; a refusal when that did not help. */
    SESSION_LOST(FailureKind.DENIED),
    REGISTRATION_REFUSED(FailureKind.DENIED),
    BROKEN_INSTALLATION(FailureKind.UNSUPPORTED),
    THROTTLED(FailureKind.THROTTLED),
    PASSING(FailureKind.TRANSIENT),
    POLICY_UNKNOWN(FailureKind.INVALID),
    RIGHT_MISSING(FailureKind.DENIED),
    STATE_DIFFERS(FailureKind.CONFLICT),
    NOT_THERE(FailureKind.NOT_FOUND),
    LATER(FailureKind.TRANSIENT),
    INVALID(FailureKind.INVALID);

    private static final Map<String, Integer> STATUS_NAMES = Map.ofEntries(
            Map.entry("badrequest", 400),
            Map.entry("unauthorized", 401),
            Map.entry("forbidden", 403),
            Map.entry("notfound", 404),
            Map.entry("methodnotallowed", 405),
            Map.entry("requesttimeout", 408),
            Map.entry("conflict", 409),
            Map.entry("preconditionfailed", 412),
            Map.entry("toomanyrequests", 429),
            Map.entry("internalservererror", 500),
            Map.entry("notimplemented", 501),
            Map.entry("badgateway", 502),
            Map.entry("serviceunavailable", 503),
            Map.entry("gatewaytimeout", 504));
    /** What words say first, whatever the status: that something is gone for good, or that the sign-in is. */
    private static final Set<ErrorClass> COUNT_FIRST =
            Set.of(GONE, SIGN_IN_PASSING, SESSION_LOST, REGISTRATION_REFUSED);
    /** Ids that PowerShell itself gives. */
    private static final Map<String, ErrorClass> IDS = Map.of(
            "namedparameternotfound", BROKEN_INSTALLATION,
            "commandnotfoundexception", BROKEN_INSTALLATION,
            "couldnotautoloadmatchingmodule", BROKEN_INSTALLATION,
            "ambiguousparameterset", BROKEN_INSTALLATION,
            "parameterargumenttransformationerror", INVALID,
            "parameterargumentvalidationerror", INVALID);
    /** Categories that say more than words; most errors of the module are InvalidOperation or NotSpecified. */
    private static final Map<String, ErrorClass> CATEGORIES = Map.of(
            "permissiondenied", RIGHT_MISSING,
            "securityerror", RIGHT_MISSING,
            "authenticationerror", RIGHT_MISSING,
            "resourceexists", STATE_DIFFERS,
            "operationtimeout", PASSING,
            "connectionerror", PASSING,
            "limitsexceeded", THROTTLED,
            "notinstalled", BROKEN_INSTALLATION);
    /** A status in the text: "Status: NotFound", "[NotFound] : …", "success: 404 (Not Found)", "429 in /v1.0/…". */
    private static final Pattern STATUS = Pattern.compile(
            "\\bstatus(?: ?code)?[^:\\d]{0,50}[:=]? ?(?<a>[a-z]+|[45]\\d\\d)\\b|^\\[(?<b>[a-z]+|[45]\\d\\d)\\]\\s*:"
                    + "|^\\(?(?<c>[45]\\d\\d)\\)?(?: in | ?[-:(]|$)|\\((?<d>[45]\\d\\d)\\)");

    private final FailureKind kind;

    ErrorClass(FailureKind kind) {
        this.kind = kind;
    }

    FailureKind kind() {
        return kind;
    }

    /** Whether nothing was done, and the same call will not succeed later either. */
    boolean isRefusal() {
        return this == POLICY_UNKNOWN || this == RIGHT_MISSING || this == STATE_DIFFERS || this == NOT_THERE;
    }

    static ErrorClass of(JsonNode error) {
        var id = firstPart(error.path("errorId").asString(""));
        var said = ErrorWords.bare(error.path("message").asString(""));
        var told = ErrorWords.meaning(said);
        if (told.filter(COUNT_FIRST::contains).isPresent()) {
            return told.get();
        }
        return Stream.of(
                        status(error.path("status").asInt(0)),
                        status(STATUS_NAMES.getOrDefault(id, 0)),
                        Optional.ofNullable(IDS.get(id)),
                        Optional.ofNullable(CATEGORIES.get(
                                error.path("category").asString("").toLowerCase(Locale.ROOT))),
                        statusIn(said),
                        told)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(INVALID);
    }

    private static Optional<ErrorClass> status(int status) {
        return FailureKind.ofStatus(status).map(kind -> switch (kind) {
            case NOT_FOUND -> NOT_THERE;
            case DENIED -> status == 401 ? SESSION_LOST : RIGHT_MISSING;
            case CONFLICT -> STATE_DIFFERS;
            case THROTTLED -> THROTTLED;
            case TRANSIENT -> PASSING;
            case UNSUPPORTED -> GONE;
            case INVALID, PROTOCOL -> INVALID;
        });
    }

    private static Optional<ErrorClass> statusIn(String said) {
        var found = STATUS.matcher(said);
        return found.find()
                ? Stream.of("a", "b", "c", "d")
                        .flatMap(name -> Optional.ofNullable(found.group(name)).stream())
                        .map(text -> Character.isDigit(text.charAt(0))
                                ? Integer.parseInt(text)
                                : STATUS_NAMES.getOrDefault(text, 0))
                        .findFirst()
                        .flatMap(ErrorClass::status)
                : Optional.empty();
    }

    private static String firstPart(String id) {
        return id.split(",", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
