package dev.linekeeper.chat.imports;

import dev.linekeeper.chat.TenantView;
import dev.linekeeper.core.bulk.ImportSource;
import dev.linekeeper.core.bulk.ImportSource.SourceKind;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Directory.PersonAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom a name of many people may mean: a group, a department, an office, a city, or those who have a policy. Only exact
 * names count, and whoever fits several is asked.
 */
public record NamedPeople(Directory directory, TenantView tenant) {
    private static final Pattern KIND = Pattern.compile(
            "(group|department|office|city|policy)\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** All that the name may mean; a word for its kind may stand before it. */
    List<ImportSource> called(String text) {
        var named = KIND.matcher(text.strip());
        return named.matches()
                ? of(SourceKind.valueOf(named.group(1).toUpperCase(Locale.ROOT)), named.group(2))
                : Stream.of(
                                SourceKind.GROUP,
                                SourceKind.DEPARTMENT,
                                SourceKind.OFFICE,
                                SourceKind.CITY,
                                SourceKind.POLICY)
                        .flatMap(kind -> of(kind, text.strip()).stream())
                        .toList();
    }

    /** Those of that kind, which may be said once more. */
    List<ImportSource> of(SourceKind kind, String text) {
        String name = text.strip().replaceFirst("(?i)^" + kind.name() + "\\s+", "");
        return switch (kind) {
            case GROUP -> groups(name);
            case DEPARTMENT -> people(kind, PersonAttribute.DEPARTMENT, name);
            case OFFICE -> people(kind, PersonAttribute.OFFICE, name);
            case CITY -> people(kind, PersonAttribute.CITY, name);
            case POLICY ->
                tenant.policies().stream()
                        .filter(policy -> AnyCase.same(policy.value(), name))
                        .map(policy -> new ImportSource(kind, policy.value()))
                        .toList();
            case FILE, PASTED, JOINED, NUMBERS_FILE, NUMBERS_PASTED -> List.of();
        };
    }

    private List<ImportSource> groups(String name) {
        var ids = new ArrayList<GroupId>(directory.groupsNamed(name));
        if (UserId.isObjectId(name)) {
            ids.add(new GroupId(name.toLowerCase(Locale.ROOT)));
        }
        return ids.stream()
                .map(id -> new ImportSource(SourceKind.GROUP, name, Optional.of(id)))
                .toList();
    }

    private List<ImportSource> people(SourceKind kind, PersonAttribute attribute, String name) {
        return directory.peopleOf(attribute, name).isEmpty() ? List.of() : List.of(new ImportSource(kind, name));
    }
}
