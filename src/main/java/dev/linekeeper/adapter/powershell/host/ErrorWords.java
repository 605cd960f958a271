package dev.linekeeper.adapter.powershell.host;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the words of an error mean: those outside quotes, because names of policies and people stand in quotes and may be
 * anything. They are words of public reports and of the module's own files (src/test/trials/powershell/errors.json), and are
 * looked for in the order of the classes.
 */
final class ErrorWords {
    private static final Map<ErrorClass, Pattern> WORDS = Map.ofEntries(
                    Map.entry(
                            ErrorClass.GONE,
                            "no longer (?:supported|available)|(?:has been|is|was) deprecated|enabled in flighting"),
                    Map.entry(ErrorClass.SIGN_IN_PASSING, "aadsts(?:90033|90012|90024|50196)\\b"),
                    Map.entry(
                            ErrorClass.SESSION_LOST,
                            "aadsts(?:700082|50173|70043|50132|50133|500133|700024)\\b|(?:call|run|use|execute) (?:the"
                                + " )?connect-microsoftteams|connect-microsoftteams must be run|session (?:is not"
                                + " established|(?:has |is )?expired|has ended|was closed)|invalid credential|provide"
                                + " valid credential|token (?:has |is |was )?(?:already )?expired|expired (?:access"
                                + " )?token|lifetime validation failed|less than 5400 seconds|not (?:signed|logged)"
                                + " in|interaction_required"),
                    Map.entry(ErrorClass.REGISTRATION_REFUSED, "aadsts\\d+"),
                    Map.entry(
                            ErrorClass.BROKEN_INSTALLATION,
                            "(?:method|field|type|entry point) not found:|could not load (?:file or"
                                + " assembly|type)|unable to load|could not find (?:a part of the path|file)|cannot"
                                + " find (?:path|drive|type)\\b|is not recognized as (?:the|a) name|parameter cannot"
                                + " be found|property .{0,80}cannot be found|provided type .{0,80} is not"
                                + " valid|typeinitializer|type initializer|module .{0,80}(?:not|cannot be) loaded"),
                    Map.entry(
                            ErrorClass.THROTTLED, "too many requests|toomanyrequests|throttl|rate limit|request limit"),
                    Map.entry(
                            ErrorClass.PASSING,
                            "service (?:is )?(?:temporarily )?unavailable|internal server error|bad gateway|gateway"
                                + " time-?out|\\btime(?:d)?[- ]?out\\b|(?:task|operation) was cancell?ed|error"
                                + " occurred while sending the request|ssl connection could not|ssl/tls|secure"
                                + " channel|connection (?:was |is )?(?:actively"
                                + " )?(?:refused|reset|aborted|closed|forcibly closed|attempt failed)|forcibly"
                                + " closed|broken pipe|unreachable|no route to host|response ended"
                                + " prematurely|unexpected eof|transport (?:connection|stream)|no such host|name or"
                                + " service not known|nodename nor servname|name resolution|could not be"
                                + " resolved|unable to connect to the remote server|delay in propagation|not in (?:a"
                                + " )?valid state|was not provisioned|not yet provisioned|invalid input parameters"
                                + " forest|expected .{0,12}or .{0,12}\\. ?was string|skype backend request"),
                    Map.entry(
                            ErrorClass.POLICY_UNKNOWN,
                            "is not a user policy|(?:can't|cannot|can not) be granted|not in the correct"
                                + " range|\\[clienterror\\]\\s*:\\s*(?:was |is )?not found|polic(?:y|ies)\\b(?! update"
                                + " failed)[^.:]{0,80}(?:not found|(?:does not|doesn't) exist|(?:cannot|could"
                                + " not|couldn't) (?:be found|find))|(?:cannot|could not|couldn't) find (?:the |a"
                                + " )?policy"),
                    Map.entry(
                            ErrorClass.RIGHT_MISSING,
                            "access (?:is |was )?denied|\\bforbidden\\b|unauthori[sz]ed|not authori[sz]ed|insufficient"
                                    + " (?:privileges?|permissions?|rights?)|(?:not|n't) have (?:the )?(?:required"
                                    + " |necessary |sufficient )?(?:permissions?|privileges?|rights?|roles?)|not"
                                    + " permitted|tenant domain is empty|not supported tenant type"),
                    Map.entry(
                            ErrorClass.STATE_DIFFERS,
                            "lacks? (?:the )?appropriate licen[sc]e|on-premises active directory|already"
                                    + " exists|already (?:been )?(?:assigned|in use|taken)|\\bin use\\b|still"
                                    + " (?:assigned|in use)|failed to return unique result|\\bconflicts?\\b"),
                    Map.entry(
                            ErrorClass.NOT_THERE,
                            "not found|(?:cannot|can't|could not|couldn't|unable to) (?:be found|find)|(?:does"
                                    + " not|doesn't) exist|no such (?:user|object|group)"),
                    Map.entry(ErrorClass.LATER, "try (?:it )?again|wait a few minutes|retry later"))
            .entrySet()
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> Pattern.compile(each.getValue())));

    /** Text in quotes of any kind; an apostrophe inside a word opens and closes none. */
    private static final Pattern QUOTED =
            Pattern.compile("(?<![\\p{L}\\p{N}])'[^'\\n]*(?:'(?=\\p{L})[^'\\n]*)*'(?!\\p{L})"
                    + "|\"[^\"\\n]*\"|“[^”\\n]*”|„[^“”\\n]*[“”]|‘[^’\\n]*’|«[^»\\n]*»");

    /** A name alone, which may have quotes in it. */
    private static final Pattern WHOLE_NAME =
            Pattern.compile("(?is)^(\\[\\w+]\\s*:\\s*)\".*\"(\\s+(?:was |is )?not found\\.?)$");

    private static final JsonMapper JSON = JsonMapper.shared();

    private ErrorWords() {}

    /** The meaning of a text that is {@link #bare}; empty when its words are unknown. */
    static Optional<ErrorClass> meaning(String bare) {
        return Arrays.stream(ErrorClass.values())
                .filter(each ->
                        WORDS.containsKey(each) && WORDS.get(each).matcher(bare).find())
                .findFirst();
    }

    /** A text in small letters, without what stands in quotes; of an error that is JSON, its message. */
    static String bare(String text) {
        return QUOTED.matcher(WHOLE_NAME.matcher(unwrapped(text)).replaceFirst("$1$2"))
                .replaceAll(" ")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT)
                .strip();
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
