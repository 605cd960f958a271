package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code Set-CsPhoneNumberAssignment} with a number, by the names of its parameters and their aliases. */
record AccountNumberCmdlet(SimulatedTenant tenant) {
    /** A real PowerShell hands on the names, ours the aliases that are written. */
    static final String PARAMETERS =
            " -PhoneNumber -TelephoneNumber -PhoneNumberType -NumberType -LocationId -AssignmentCategory";

    void assign(ObjectNode parameters) {
        var holder = new UserId(CmdletTable.required(parameters, "Identity"));
        var number = PhoneNumber.of(either(parameters, "TelephoneNumber", "PhoneNumber"));
        var type = NumberType.ofName(either(parameters, "NumberType", "PhoneNumberType"));
        var place = Optional.of(WireJson.text(parameters, "LocationId"))
                .filter(text -> !text.isBlank())
                .map(LocationId::new);
        var category = NumberEdit.category(WireJson.text(parameters, "AssignmentCategory"));
        try {
            tenant.change(edit -> new NumberEdit(edit).assign(number, type, holder, place, category));
        } catch (BackendFailure refused) {
            throw NumberEdit.isOfLicence(refused)
                    ? CmdletError.of(
                            "BadRequest",
                            "User '%s' lacks appropriate licenses to assign a '%s' number."
                                    .formatted(holder, type.cmdletName()))
                    : refused;
        }
    }

    /** {@code Remove-CsPhoneNumberAssignment}: of whoever is named, and of nobody else. */
    void remove(ObjectNode parameters) {
        var holder = CmdletTable.required(parameters, "Identity");
        var number = PhoneNumber.of(either(parameters, "TelephoneNumber", "PhoneNumber"));
        var type = NumberType.ofName(either(parameters, "NumberType", "PhoneNumberType"));
        boolean theirs = tenant.ports()
                .numbers()
                .find(number)
                .flatMap(TelephoneNumber::target)
                .filter(target -> AnyCase.same(target, holder))
                .isPresent();
        if (!theirs) {
            throw CmdletError.of("NotFound", "Telephone Number %s is not found from tenant".formatted(number));
        }
        tenant.change(edit -> new NumberEdit(edit).release(number, type));
    }

    private static String either(ObjectNode parameters, String name, String alias) {
        return CmdletTable.required(parameters, parameters.has(alias) ? alias : name);
    }
}
