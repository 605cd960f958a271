package dev.linekeeper.adapter.powershell.host;

import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an error of a cmdlet means: by HTTP status, else by the error's id, else by words outside quotes, because names of
 * policies and people stand in quotes and may be anything. Words come first only where they say that something is gone for
 * good, or that the sign-in is. An unknown text is {@link #INVALID}, which is never tried again.
 *
 * <p>The order of the constants is the order in which words are looked for. The words are those of public reports and of the
 * module's own files (src/test/trials/powershell/errors.json).
 */
enum ErrorClass {
    /** A cmdlet, parameter or part of the installation that is not there; whatever status it came with. */
    GONE(
            FailureKind.UNSUPPORTED,
            "no longer (?:supported|available)|(?:has been|is|was) deprecated|enabled in flighting"),
    /** Refused by Entra ID; its codes are more precise than its words. */
    SIGN_IN_PASSING(FailureKind.TRANSIENT, "aadsts(?:90033|90012|90024|50196)\\b"),
    /** Handled by signing in anew; a refusal when that did not help. */
    SESSION_LOST(
            FailureKind.DENIED,
            "aadsts(?:700082|50173|70043|50132|50133|500133|700024)\\b|(?:call|run|use|execute) (?:the"
                + " )?connect-microsoftteams|connect-microsoftteams must be run|session (?:is not established|(?:has"
                + " |is )?expired|has ended|was closed)|invalid credential|provide valid credential|token (?:has |is"
                + " |was )?(?:already )?expired|expired (?:access )?token|lifetime validation failed|less than 5400"
                + " seconds|not (?:signed|logged) in|interaction_required"),
    REGISTRATION_REFUSED(FailureKind.DENIED, "aadsts\\d+"),
    BROKEN_INSTALLATION(
            FailureKind.UNSUPPORTED,
            "(?:method|field|type|entry point) not found:|could not load (?:file or assembly|type)|unable to"
                    + " load|could not find (?:a part of the path|file)|cannot find (?:path|drive|type)\\b|is not"
                    + " recognized as (?:the|a) name|parameter cannot be found|property .{0,80}cannot be found|provided"
                    + " type .{0,80} is not valid|typeinitializer|type initializer|module .{0,80}(?:not|cannot be)"
                    + " loaded"),
    THROTTLED(FailureKind.THROTTLED, "too many requests|toomanyrequests|throttl|rate limit|request limit"),
    PASSING(
            FailureKind.TRANSIENT,
            "service (?:is )?(?:temporarily )?unavailable|internal server error|bad gateway|gateway"
                + " time-?out|\\btime(?:d)?[- ]?out\\b|(?:task|operation) was cancell?ed|error occurred while sending"
                + " the request|ssl connection could not|ssl/tls|secure channel|connection (?:was |is )?(?:actively"
                + " )?(?:refused|reset|aborted|closed|forcibly closed|attempt failed)|forcibly closed|broken"
                + " pipe|unreachable|no route to host|response ended prematurely|unexpected eof|transport"
                + " (?:connection|stream)|no such host|name or service not known|nodename nor servname|name"
                + " resolution|could not be resolved|unable to connect to the remote server|delay in propagation|not"
                + " in (?:a )?valid state|was not provisioned|not yet provisioned|invalid input parameters"
                + " forest|expected .{0,12}or .{0,12}\\. ?was string|skype backend request"),
    POLICY_UNKNOWN(
            FailureKind.INVALID,
            "is not a user policy|(?:can't|cannot|can not) be granted|not in the correct"
                    + " range|\\[clienterror\\]\\s*:\\s*(?:was |is )?not found|polic(?:y|ies)\\b(?! update"
                    + " failed)[^.:]{0,80}(?:not found|(?:does not|doesn't) exist|(?:cannot|could not|couldn't) (?:be"
                    + " found|find))|(?:cannot|could not|couldn't) find (?:the |a )?policy"),
    RIGHT_MISSING(
            FailureKind.DENIED,
            "access (?:is |was )?denied|\\bforbidden\\b|unauthori[sz]ed|not authori[sz]ed|insufficient"
                + " (?:privileges?|permissions?|rights?)|(?:not|n't) have (?:the )?(?:required |necessary |sufficient"
                + " )?(?:permissions?|privileges?|rights?|roles?)|not permitted|tenant domain is empty|not supported"
                + " tenant type"),
    STATE_DIFFERS(
            FailureKind.CONFLICT,
            "lacks? (?:the )?appropriate licen[sc]e|on-premises active directory|already exists"
                    + "|already (?:been )?(?:assigned|in use|taken)|\\bin use\\b|still (?:assigned|in use)"
                    + "|failed to return unique result|\\bconflicts?\\b"),
    NOT_THERE(
            FailureKind.NOT_FOUND,
            "not found|(?:cannot|can't|could not|couldn't|unable to) (?:be found|find)|(?:does not|doesn't) exist"
                    + "|no such (?:user|object|group)"),
    LATER(FailureKind.TRANSIENT, "try (?:it )?again|wait a few minutes|retry later"),
    INVALID(FailureKind.INVALID, "(?!)");

    private static final JsonMapper JSON = JsonMapper.shared();
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
    /** Text in quotes of any kind; an apostrophe inside a word opens and closes none. */
    private static final Pattern QUOTED =
            Pattern.compile("(?<![\\p{L}\\p{N}])'[^'\\n]*(?:'(?=\\p{L})[^'\\n]*)*'(?!\\p{L})"
                    + "|\"[^\"\\n]*\"|“[^”\\n]*”|„[^“”\\n]*[“”]|‘[^’\\n]*’|«[^»\\n]*»");

    /** A name alone, which may have quotes in it. */
    private static final Pattern WHOLE_NAME =
            Pattern.compile("(?is)^(\\[\\w+]\\s*:\\s*)\".*\"(\\s+(?:was |is )?not found\\.?)$");

    private final FailureKind kind;

    @SuppressWarnings("ImmutableEnumChecker") // a pattern never changes
    private final Pattern words;

    ErrorClass(FailureKind kind, String words) {
        this.kind = kind;
        this.words = Pattern.compile(words);
    }

    FailureKind kind() {
        return kind;
    }

    /** Whether nothing was done, and the same call will not succeed later either. */
    boolean isRefusal() {
        return this == POLICY_UNKNOWN || this == RIGHT_MISSING || this == STATE_DIFFERS || this == NOT_THERE;
    }

    static ErrorClass of(JsonNode error) {
        var message = unwrapped(error.path("message").asString(""));
        var id = firstPart(error.path("errorId").asString(""));
        var said = bare(message);
        var told = Arrays.stream(values())
                .filter(each -> each.words.matcher(said).find())
                .findFirst();
        if (told.filter(each -> each.compareTo(REGISTRATION_REFUSED) <= 0).isPresent()) {
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

    /** By words alone; empty when they are unknown. */
    static Optional<ErrorClass> ofWords(String text) {
        var said = bare(unwrapped(text));
        return Arrays.stream(values())
                .filter(each -> each.words.matcher(said).find())
                .findFirst();
    }

    private static String bare(String text) {
        return QUOTED.matcher(WHOLE_NAME.matcher(text).replaceFirst("$1$2"))
                .replaceAll(" ")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT)
                .strip();
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

    /** The message in an error that is JSON; other texts as they are. */
    private static String unwrapped(String text) {
        var at = text.indexOf('{');
        if (at < 0) {
            return text;
        }
        try {
            var inside = JSON.readTree(text.substring(at));
            var error = inside.has("error") ? inside.path("error") : inside;
            var message = error.isString()
                    ? error.asString("")
                    : error.path("message").asString("");
            return message.isBlank() ? text : (text.substring(0, at) + " " + message).strip();
        } catch (JacksonException notJson) {
            return text;
        }
    }
}
