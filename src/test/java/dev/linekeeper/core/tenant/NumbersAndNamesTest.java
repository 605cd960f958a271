package dev.linekeeper.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How numbers and names are written and compared (src/docs/shared-calling.md). */
class NumbersAndNamesTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "14255550100, +14255550100",
        "' +14255550100 ', +14255550100",
        "+14255550190;EXT=6789, +14255550190;ext=6789",
        "14255550190;Ext=6789, +14255550190;ext=6789",
        "+123, +123",
        "+14255550190;ext=123456789012, +14255550190;ext=123456789012"
    })
    void a_number_is_the_same_however_it_is_written(String written, String same) {
        assertThat(PhoneNumber.of(written)).isEqualTo(PhoneNumber.of(same)).hasToString(same);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tel:+14255550100",
                "tel:14255550100",
                "",
                "+",
                "+12",
                "++14255550100",
                "+1 425 555 0100",
                "+14255550190;ext=",
                "+14255550190;ext=1234567890123",
                "+14255550190;phone=1",
                "+123456789012345678901234567890123456789"
            })
    void what_is_no_number_is_rejected_by_name(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhoneNumber.of(written))
                .withMessageContaining("'%s'", written);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "+14255550100, true",
        "+1425555433, false",
        "+142555501001, false",
        "+442079460100, true",
        "+49302312, true",
        "+493023, false",
        "+1234567, false",
        "+4912345678901234, false",
        "+491234567890123, true",
        "+0442079460100, false",
        "+14255550190;ext=6789, false"
    })
    void only_a_complete_number_can_be_called_from_anywhere(String written, boolean complete) {
        assertThat(PhoneNumber.of(written).isE164()).isEqualTo(complete);
    }

    @Test
    void an_extension_makes_another_number_with_the_same_base() {
        var extended = PhoneNumber.of("+14255550190;ext=6789");

        assertThat(extended).isNotEqualTo(PhoneNumber.of("+14255550190"));
        assertThat(extended.base()).isEqualTo(PhoneNumber.of("+14255550190"));
        assertThat(Stream.of("+493023125100", "+14255550190;ext=6789", "+14255550190")
                        .map(PhoneNumber::of)
                        .sorted()
                        .map(PhoneNumber::toString))
                .containsExactly("+14255550190", "+14255550190;ext=6789", "+493023125100");
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"Tag:Seattle, seattle", "TAG:SEATTLE, Seattle", "Seattle, ' seattle '", "Global, global"})
    void a_policy_has_one_name_however_it_is_written(String one, String other) {
        assertThat(new PolicyName(one)).isEqualTo(new PolicyName(other)).hasSameHashCodeAs(new PolicyName(other));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "US-All, us-all",
        "' US-All', 'US-ALL '",
        "B\u00fcro, BU\u0308RO",
        "u1@contoso.example, U1@Contoso.Example",
        "00000000-0000-4000-8000-00000000000A, 00000000-0000-4000-8000-00000000000a"
    })
    void names_and_ids_are_equal_whatever_their_case_and_form(String one, String other) {
        assertThat(new AnyCase(one)).isEqualTo(new AnyCase(other)).hasSameHashCodeAs(new AnyCase(other));
        assertThat(new PolicyName(one)).isEqualTo(new PolicyName(other)).hasSameHashCodeAs(new PolicyName(other));
        assertThat(new UserId(one)).isEqualTo(new UserId(other));
        assertThat(new GroupId(one)).isEqualTo(new GroupId(other));
        assertThat(new LocationId(one)).isEqualTo(new LocationId(other));
        assertThat(AnyCase.among(List.of(one, "else"), List.of("other", other))).containsExactly(other);
        assertThat(new AnyCase(one)).isNotEqualTo(new AnyCase(one + "1"));
    }

    @Test
    void a_policy_keeps_its_spelling_without_the_tag() {
        assertThat(new PolicyName("Tag:Seattle")).hasToString("Seattle");
        assertThat(new PolicyName("GLOBAL").isGlobal()).isTrue();
        assertThat(new PolicyName("Globalisation").isGlobal()).isFalse();
        assertThat(new PolicyName("Seattle").hashCode()).isNotEqualTo(new PolicyName("London").hashCode());
        assertThatIllegalArgumentException().isThrownBy(() -> new PolicyName("Tag:"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "00000000-0000-0000-0000-000000000000", " 00000000-0000-0000-0000-000000000000 "})
    void an_empty_location_is_none(String written) {
        assertThat(LocationId.of(written)).isEmpty();
    }

    @Test
    void a_location_is_the_same_in_capitals() {
        assertThat(LocationId.of("AB-1")).contains(new LocationId("ab-1"));
    }

    @ParameterizedTest
    @EnumSource(NumberType.class)
    void a_type_is_found_by_the_name_graph_gives_it(NumberType type) {
        assertThat(NumberType.ofName(type.graphName().toUpperCase(Locale.ROOT))).isEqualTo(type);
        assertThat(type.productName()).isNotBlank();
    }

    @Test
    void a_type_microsoft_adds_is_another_one() {
        assertThat(NumberType.ofName("internalError")).isEqualTo(NumberType.OTHER);
    }

    @ParameterizedTest
    @EnumSource(PolicyKind.class)
    void a_kind_is_found_by_the_name_powershell_gives_it(PolicyKind kind) {
        assertThat(PolicyKind.ofType(kind.type().toLowerCase(Locale.ROOT))).contains(kind);
        assertThat(PolicyKind.ofType(kind.type() + "s")).isEmpty();
    }

    @Test
    void a_group_is_called_by_its_id() {
        assertThat(new GroupId(" Sales ")).hasToString("sales");
    }

    @ParameterizedTest(name = "{0} {1} keeps it for {2}")
    @CsvSource({
        "POLICY_ASSIGNED, TeamsSharedCallingRoutingPolicy|Tag:SC-SEA, SC-SEA",
        "POLICY_ASSIGNED, teamssharedcallingroutingpolicy|SC-SEA, SC-SEA",
        "POLICY_ASSIGNED, TeamsSharedCallingRoutingPolicy|Tag:, ",
        "POLICY_ASSIGNED, TeamsSharedCallingRoutingPolicy|, ",
        "POLICY_ASSIGNED, SomeOtherPolicyThatKeepsNumbersToo|Tag:SC-SEA, ",
        "USER_ASSIGNED, TeamsSharedCallingRoutingPolicy|Tag:SC-SEA, "
    })
    void a_callback_number_names_the_policy_that_keeps_it(
            TelephoneNumber.NumberStatus status, String target, String policy) {
        assertThat(number(status, target).heldByPolicy().map(PolicyName::value).orElse(null))
                .isEqualTo(policy);
    }

    @Test
    void two_facts_together_are_as_old_as_the_older_one() {
        var old = new Fact.Known<>(1, "Graph", Instant.EPOCH);
        var fresh = new Fact.Known<>(2, "PowerShell", Instant.EPOCH.plusSeconds(1));
        Fact<Integer> missing = Fact.missing("not read");

        assertThat(old.with(fresh, Integer::sum)).isEqualTo(new Fact.Known<>(3, "Graph", Instant.EPOCH));
        assertThat(fresh.with(old, Integer::sum)).isEqualTo(new Fact.Known<>(3, "Graph", Instant.EPOCH));
        assertThat(old.with(missing, Integer::sum)).isEqualTo(missing);
        assertThat(missing.with(old, Integer::sum)).isEqualTo(missing);
    }

    private static TelephoneNumber number(TelephoneNumber.NumberStatus status, String target) {
        return new TelephoneNumber(
                PhoneNumber.of("+14255550171"),
                NumberType.CALLING_PLAN,
                Fact.missing("not read"),
                TelephoneNumber.Activation.ACTIVATED,
                status,
                Optional.ofNullable(target),
                Fact.missing("not read"),
                Fact.missing("not read"),
                TelephoneNumber.NumberSource.ONLINE,
                Optional.empty(),
                false,
                Fact.missing("not read"));
    }
}
