package dev.linekeeper.adapter.tenantfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Groups in groups: membership as Graph's transitiveMembers has it, and one group nobody could read costs itself. */
class NestedGroupsTest {
    private static final GroupId OUTER = new GroupId("outer");
    private static final GroupId INNER = new GroupId("inner");
    private static final GroupId OTHER = new GroupId("other");
    private static final GroupId CLOSED = new GroupId("closed");

    @Test
    @Requirement("T1")
    void whoever_is_in_a_group_is_in_the_groups_around_it() {
        var tenant = tenant("""
            {"id": "outer", "members": ["INNER", "ben"]}, {"id": "inner", "members": ["Ana"]}, {"id": "other", "members": []}
            """);
        assertThat(tenant.members(OUTER)).containsExactlyInAnyOrder(new UserId("ana"), new UserId("ben"));
        assertThat(tenant.groupsOf(new UserId("ana"))).containsExactly(INNER);
        assertThat(ana(tenant).isInOneOf(Set.of(OUTER)).known()).contains(true);
        assertThat(ana(tenant).isInOneOf(Set.of(OTHER)).known()).contains(false);
    }

    @Test
    void a_ring_of_groups_ends() {
        var tenant = tenant("""
            {"id": "outer", "members": ["inner"]}, {"id": "inner", "members": ["outer", "ana"]}
            """);
        assertThat(tenant.members(OUTER)).containsExactly(new UserId("ana"));
        assertThat(ana(tenant).isInOneOf(Set.of(OUTER)).known()).contains(true);
    }

    @Test
    void members_nobody_could_read_leave_that_group_unknown_and_no_other() {
        var tenant = tenant("""
            {"id": "closed", "members": null}, {"id": "inner", "members": ["ana"]}, {"id": "other", "members": ["ben"]}
            """);
        assertThat(ana(tenant).isInOneOf(Set.of(CLOSED))).isInstanceOf(Fact.Missing.class);
        assertThat(ana(tenant).isInOneOf(Set.of(OTHER)).known()).contains(false);
        assertThat(ana(tenant).isInOneOf(Set.of(CLOSED, INNER)).known()).contains(true);
        assertThat(tenant.members(OTHER)).containsExactly(new UserId("ben"));
        assertThatThrownBy(() -> tenant.members(CLOSED))
                .isInstanceOf(BackendFailure.class)
                .hasMessageContaining("/groups/0/members");
    }

    @Test
    void a_group_around_one_nobody_could_read_is_unknown_too() {
        var tenant = tenant("""
            {"id": "outer", "members": ["closed"]}, {"id": "closed", "members": "@{id=ana}"}, {"id": "other", "members": []}
            """);
        assertThat(ana(tenant).isInOneOf(Set.of(OUTER))).isInstanceOf(Fact.Missing.class);
        assertThat(ana(tenant).isInOneOf(Set.of(OTHER)).known()).contains(false);
        assertThatThrownBy(() -> tenant.members(OUTER)).isInstanceOf(BackendFailure.class);
    }

    @Test
    void names_are_compared_whatever_their_case_and_form() {
        var tenant = tenant("{\"id\": \"other\", \"members\": []}");
        assertThat(tenant.findByPrincipalName(" ANA@Contoso.example ")).isPresent();
        assertThat(tenant.findByPrincipalName("Rene\u0301@contoso.example")).isPresent();
        assertThat(tenant.search("REN\u00c9", 5)).hasSize(1);
    }

    private static DirectoryEntry ana(Directory tenant) {
        return tenant.find(new UserId("ana")).orElseThrow();
    }

    private static Directory tenant(String groups) {
        var file = """
            {"users": [{"id": "ana", "userPrincipalName": "ana@contoso.example", "accountEnabled": true},
              {"id": "ben", "userPrincipalName": "ben@contoso.example", "accountEnabled": true},
              {"id": "rene", "userPrincipalName": "ren\u00e9@contoso.example", "accountEnabled": true}],
             "groups": [%s]}
            """.formatted(groups);
        return new FileTenant(
                        TenantFile.read("t.json", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))),
                        Clock.systemUTC())
                .ports()
                .directory();
    }
}
