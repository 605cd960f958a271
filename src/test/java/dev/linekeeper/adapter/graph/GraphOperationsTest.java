package dev.linekeeper.adapter.graph;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphOperationsTest {
    @ParameterizedTest
    @CsvSource({
        "v1.0/users/6d3f/transitiveMemberOf/microsoft.graph.group, GET users/-/transitiveMemberOf/-",
        "v1.0/users/adele@contoso.example, GET users/-",
        "v1.0/admin/teams/policy/microsoft.graph.teamsAdministration.getPolicyId(type='X'), GET"
                + " admin/teams/policy/getPolicyId",
        "v1.0/admin/teams/telephoneNumberManagement/numberAssignments/%2B44207, GET"
                + " admin/teams/telephoneNumberManagement/numberAssignments/-",
        "v1.0/users/delta(), GET users/delta"
    })
    void an_operation_names_no_one(String path, String name) {
        assertThat(GraphOperations.name("GET", HttpUrl.get("https://graph.microsoft.com/" + path)))
                .isEqualTo(name);
    }
}
