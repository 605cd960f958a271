package dev.linekeeper.service.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.Directory.PersonAttribute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Directory} promises. */
public abstract class DirectoryContract {
    protected abstract Directory directory();

    protected abstract Backdrop backdrop();

    @Test
    void a_person_is_found_by_object_id_and_by_principal_name_in_any_case() {
        var byId = directory().find(backdrop().enrolled()).orElseThrow();
        var byName = directory().findByPrincipalName(byId.userPrincipalName().toUpperCase(Locale.ROOT));
        assertThat(byId.displayName()).isEqualTo(backdrop().enrolledName());
        assertThat(byName.map(DirectoryEntry::id)).contains(byId.id());
        assertThat(byId.plans().known()).isPresent();
        assertThat(byId.enabled().known()).contains(true);
    }

    @Test
    void nobody_is_empty_not_a_failure() {
        assertThat(directory().find(backdrop().nobody())).isEmpty();
        assertThat(directory().findByPrincipalName("nobody@nowhere.example")).isEmpty();
        assertThat(directory().members(new GroupId(backdrop().nobody().value())))
                .isEmpty();
    }

    @Test
    void many_who_are_found_together_are_as_each_alone_but_for_their_groups() {
        var people = Set.of(
                backdrop().enrolled(),
                backdrop().licensed(),
                backdrop().byGroup(),
                backdrop().nobody());
        var together = directory().findMany(people);
        assertThat(people).containsAll(together.keySet());
        together.forEach((person, entry) -> assertThat(entry)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Instant.class)
                .ignoringFields("groups", "unreadGroups")
                .isEqualTo(directory().find(person).orElseThrow()));
    }

    @Test
    void those_who_are_named_are_found_by_id_and_by_principal_name_in_any_case_guests_too() {
        var entry = directory().find(backdrop().enrolled()).orElseThrow();
        var guests = backdrop().outsiders().stream()
                .filter(id -> directory().find(id).isPresent())
                .map(UserId::value)
                .toList();
        var names = new HashSet<>(guests);
        names.add(entry.userPrincipalName().toUpperCase(Locale.ROOT));
        names.add(backdrop().licensed().value().toUpperCase(Locale.ROOT));
        names.add(backdrop().nobody().value());
        names.add("o'nobody@nowhere.example");
        var found = directory().findNamed(names);
        assertThat(found.keySet())
                .containsAll(guests)
                .contains(
                        AnyCase.folded(entry.userPrincipalName()),
                        backdrop().licensed().value())
                .hasSize(guests.size() + 2);
        assertThat(found.get(AnyCase.folded(entry.userPrincipalName())))
                .extracting(DirectoryEntry::id)
                .containsExactly(backdrop().enrolled());
    }

    @Test
    void an_id_of_a_group_is_known_for_one() {
        assertThat(directory()
                        .groupsAmong(Set.of(
                                backdrop().group(),
                                new GroupId(backdrop().enrolled().value()),
                                new GroupId(backdrop().nobody().value()))))
                .containsExactly(backdrop().group());
    }

    @Test
    void direct_members_of_a_group_are_those_whose_groups_it_is_one_of() {
        directory().directMembers(backdrop().group(), 50).ifPresent(members -> {
            for (var person : Set.of(
                    backdrop().byGroup(), backdrop().nestedMember(), backdrop().licensed())) {
                assertThat(members.contains(person))
                        .isEqualTo(
                                directory().groupsOf(person).contains(backdrop().group()));
            }
        });
    }

    @Test
    void search_finds_a_beginning_of_the_name_and_keeps_to_its_limit() {
        var start = backdrop().enrolledName().substring(0, 3);
        assertThat(directory().search(start, 10))
                .extracting(DirectoryEntry::id)
                .contains(backdrop().enrolled());
        assertThat(directory().search("a", 2)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_quote_in_a_search_is_a_letter_like_any_other() {
        assertThat(directory().search("o'nobody$ &/", 5)).isEmpty();
        assertThat(directory().findByPrincipalName("o'nobody@nowhere.example")).isEmpty();
    }

    @Test
    void a_department_is_known_by_its_whole_name() {
        var department = directory()
                .find(backdrop().enrolled())
                .orElseThrow()
                .department()
                .orElseThrow();
        assertThat(directory().hasDepartment(department.toUpperCase(Locale.ROOT)))
                .isTrue();
        assertThat(directory().hasDepartment(department.substring(1))).isFalse();
        assertThat(directory().hasDepartment("o'nobody$ &/")).isFalse();
    }

    @Test
    void people_of_a_department_are_all_of_those_who_are_in_it() {
        var department = directory()
                .find(backdrop().enrolled())
                .orElseThrow()
                .department()
                .orElseThrow();
        var inIt = new ArrayList<UserId>();
        directory().forEach(entry -> {
            if (entry.department().equals(Optional.of(department))
                    && !backdrop().outsiders().contains(entry.id())) {
                inIt.add(entry.id());
            }
        });
        assertThat(directory().peopleOf(PersonAttribute.DEPARTMENT, department.toUpperCase(Locale.ROOT)))
                .extracting(DirectoryEntry::id)
                .containsExactlyInAnyOrderElementsOf(inIt);
        assertThat(directory().peopleOf(PersonAttribute.DEPARTMENT, department.substring(1)))
                .isEmpty();
        assertThat(directory().peopleOf(PersonAttribute.OFFICE, "o'nobody$ &/")).isEmpty();
    }

    @Test
    void a_group_is_known_by_its_whole_name() {
        assertThat(directory().groupsNamed(backdrop().groupName().toLowerCase(Locale.ROOT)))
                .containsExactly(backdrop().group());
        assertThat(directory().groupsNamed(backdrop().groupName().substring(1))).isEmpty();
        assertThat(directory().groupsNamed("o'nobody$ &/")).isEmpty();
    }

    @Test
    void everyone_comes_once() {
        var seen = new ArrayList<>();
        directory().forEach(entry -> seen.add(entry.id()));
        assertThat(seen)
                .doesNotHaveDuplicates()
                .contains(backdrop().enrolled(), backdrop().licensed());
    }

    @Test
    @Requirement("T1")
    void members_of_groups_in_a_group_are_its_members() {
        assertThat(directory().members(backdrop().group()))
                .contains(backdrop().byGroup(), backdrop().nestedMember())
                .doesNotContainAnyElementsOf(backdrop().outsiders())
                .doesNotContain(backdrop().nobody());
    }

    @Test
    @Requirement("T8")
    void guests_accounts_and_whoever_is_deleted_are_no_members_whatever_groups_they_are_in() {
        assertThat(directory().isMember(backdrop().enrolled())).isTrue();
        assertThat(directory().isMember(backdrop().nobody())).isFalse();
        assertThat(backdrop().outsiders()).noneMatch(directory()::isMember);
    }

    @Test
    @Requirement("T7")
    void a_principal_name_is_no_object_id() {
        var name =
                new UserId(directory().find(backdrop().enrolled()).orElseThrow().userPrincipalName());
        assertThat(directory().find(name)).isEmpty();
        assertThat(directory().isMember(name)).isFalse();
    }
}
