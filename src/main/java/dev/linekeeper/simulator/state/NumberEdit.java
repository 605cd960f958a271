package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberSource;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Assigns and releases numbers under the service's rules: a number has one holder, the holder needs the licence and the
 * number the capability, and voice is switched with the number
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csphonenumberassignment">cmdlet</a>).
 */
public record NumberEdit(TenantEdit edit) {
    public void assign(PhoneNumber number, NumberType type, UserId holder, Optional<LocationId> location) {
        var known = ofType(number, type);
        var document = edit.number(number).orElseThrow();
        if (known.status() == NumberStatus.UNASSIGNED) {
            changeableOnline(known);
            document.put("assignmentTargetId", holder.value());
            edit.content()
                    .account(holder)
                    .ifPresentOrElse(
                            account -> {
                                toAccount(known, account.account());
                                document.put("assignmentStatus", "voiceApplicationAssigned");
                            },
                            () -> {
                                toPerson(known, holder);
                                document.put("assignmentStatus", "userAssigned");
                            });
        } else if (!known.target().map(UserId::new).equals(Optional.of(holder))) {
            throw TenantEdit.conflict("Telephone number %s is already assigned".formatted(number));
        }
        location.ifPresent(place -> put(document, location));
    }

    public void release(PhoneNumber number, NumberType type) {
        var known = ofType(number, type);
        if (known.status() == NumberStatus.UNASSIGNED) {
            return;
        }
        if (known.status() == NumberStatus.POLICY_ASSIGNED) {
            throw TenantEdit.conflict("Telephone number %s is kept by a Shared Calling policy".formatted(number));
        }
        changeableOnline(known);
        edit.number(number).ifPresent(NumberEdit::free);
        known.target().map(UserId::new).ifPresent(holder -> {
            if (edit.content().account(holder).isPresent()) {
                edit.holder(holder).putNull("telephoneNumber");
            } else if (edit.content().user(holder).isPresent()) {
                takeFrom(holder, number);
            }
        });
    }

    /** Sets or clears the location. */
    public void locate(PhoneNumber number, Optional<LocationId> location) {
        if (!known(number).locationUpdateSupported()) {
            throw TenantEdit.invalid("The location of telephone number %s cannot be set".formatted(number));
        }
        edit.number(number).ifPresent(document -> put(document, location));
    }

    private void toPerson(TelephoneNumber number, UserId holder) {
        var document = edit.user(holder);
        var user = edit.content().user(holder).orElseThrow();
        var who = user.entry().userPrincipalName();
        capable(number, Capability.USER_ASSIGNMENT, who);
        TenantEdit.mayHaveVoice(user.entry().plans(), who);
        if (number.type() == NumberType.CALLING_PLAN) {
            TenantEdit.licensed(
                    user.entry().plans(),
                    Stream.of(PublishedData.CALLING_PLANS, PublishedData.PAY_AS_YOU_GO)
                            .flatMap(List::stream)
                            .toList(),
                    "%s lacks appropriate licences to assign a Calling Plan number".formatted(who));
        }
        if (primary(holder).findAny().isPresent()) {
            throw TenantEdit.conflict("%s already has a telephone number".formatted(who));
        }
        document.put("isEnterpriseVoiceEnabled", true)
                .withArrayProperty("telephoneNumbers")
                .insertObject(0)
                .put("telephoneNumber", number.number().toString())
                .put("assignmentCategory", "primary");
    }

    private void toAccount(TelephoneNumber number, ResourceAccount account) {
        var who = account.userPrincipalName();
        capable(number, Capability.VOICE_APPLICATION_ASSIGNMENT, who);
        TenantEdit.licensed(
                account.plans(),
                PublishedData.RESOURCE_ACCOUNT,
                "%s lacks a Teams Phone Resource Account licence".formatted(who));
        if (FileTenant.needed(account.number()).isPresent()) {
            throw TenantEdit.conflict("%s already has a telephone number".formatted(who));
        }
        edit.holder(account.id()).put("telephoneNumber", number.number().toString());
    }

    /** Releasing the primary number switches voice off, releasing a private or alternate line does not. */
    private void takeFrom(UserId holder, PhoneNumber number) {
        var document = edit.user(holder);
        if (primary(holder).anyMatch(number::equals)) {
            document.put("isEnterpriseVoiceEnabled", false);
        }
        document.withArrayProperty("telephoneNumbers")
                .removeIf(line -> PhoneNumber.parse(WireJson.text(line, "telephoneNumber"))
                        .equals(Optional.of(number)));
    }

    private Stream<PhoneNumber> primary(UserId holder) {
        var user = edit.content().user(holder).orElseThrow();
        return FileTenant.needed(user.lines()).stream()
                .filter(line -> line.category() == Line.Category.PRIMARY)
                .map(Line::number);
    }

    /** Nobody's number. */
    static void free(ObjectNode number) {
        number.put("assignmentStatus", "unassigned").putNull("assignmentTargetId");
    }

    private void put(ObjectNode number, Optional<LocationId> location) {
        location.ifPresent(place -> {
            if (!FileTenant.section(edit.content().locations(), "locations").containsKey(place)) {
                throw TenantEdit.invalid("There is no location %s".formatted(place.value()));
            }
        });
        number.put("locationId", location.map(LocationId::value).orElse(null));
    }

    /** The number; fails when the tenant has none such. */
    TelephoneNumber known(PhoneNumber number) {
        FileTenant.section(edit.content().numbers(), TenantState.NUMBERS);
        return edit.content()
                .number(number)
                .orElseThrow(() ->
                        TenantEdit.notFound("Telephone number %s is not found from the tenant".formatted(number)));
    }

    private TelephoneNumber ofType(PhoneNumber number, NumberType type) {
        var known = known(number);
        if (known.type() != type) {
            throw TenantEdit.invalid("Telephone number %s is of type %s, not %s"
                    .formatted(number, known.type().graphName(), type.graphName()));
        }
        return known;
    }

    private static void capable(TelephoneNumber number, Capability capability, String who) {
        if (!number.may(capability).known().orElse(false)) {
            throw TenantEdit.invalid("Telephone number %s cannot be assigned to %s".formatted(number.number(), who));
        }
    }

    private static void changeableOnline(TelephoneNumber number) {
        if (number.source() == NumberSource.ON_PREMISES) {
            throw TenantEdit.conflict(
                    "Telephone number %s is set in the on-premises Active Directory".formatted(number.number()));
        }
    }
}
