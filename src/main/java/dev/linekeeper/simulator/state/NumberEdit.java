package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.content.StoredAccount;
import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Assigns and releases numbers under the service's rules: a number has one holder, the holder needs the licence and the
 * number the capability, and voice is switched with the number
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csphonenumberassignment">cmdlet</a>).
 */
record NumberEdit(TenantEdit edit) {
    TenantContent assign(PhoneNumber number, NumberType type, UserId holder, Optional<LocationId> location) {
        var known = ofType(number, type);
        if (known.status() != NumberStatus.UNASSIGNED) {
            if (known.target()
                    .filter(target -> new UserId(target).equals(holder))
                    .isPresent()) {
                return located(known, location).content();
            }
            throw TenantEdit.conflict("Telephone number %s is already assigned".formatted(number));
        }
        changeableOnline(known);
        var account = edit.findAccount(holder);
        return account.isPresent()
                ? toAccount(known, account.get(), location)
                : toPerson(known, edit.user(holder), location);
    }

    TenantContent release(PhoneNumber number, NumberType type) {
        var known = ofType(number, type);
        if (known.status() == NumberStatus.UNASSIGNED) {
            return edit.content();
        }
        if (known.status() == NumberStatus.POLICY_ASSIGNED) {
            throw TenantEdit.conflict("Telephone number %s is kept by a Shared Calling policy".formatted(number));
        }
        changeableOnline(known);
        var released = edit.replace(withStatus(known, NumberStatus.UNASSIGNED, Optional.empty()));
        var holder = known.target().map(UserId::new);
        var account = holder.flatMap(edit::findAccount);
        if (account.isPresent()) {
            return released.replace(account.get().withNumber(edit.known(Optional.empty())))
                    .content();
        }
        return holder.flatMap(edit::findUser)
                .map(user -> released.replace(without(user, number)).content())
                .orElse(released.content());
    }

    TenantContent locate(PhoneNumber number, Optional<LocationId> location) {
        var known = edit.number(number);
        if (!known.locationUpdateSupported()) {
            throw TenantEdit.invalid("The location of telephone number %s cannot be set".formatted(number));
        }
        location.ifPresent(this::mustExist);
        return edit.replace(withLocation(known, edit.known(location))).content();
    }

    private TenantContent toPerson(TelephoneNumber number, StoredUser user, Optional<LocationId> location) {
        var who = user.entry().userPrincipalName();
        capable(number, Capability.USER_ASSIGNMENT, who);
        LicenceChecks.personMayHold(number.type(), user.entry().plans(), who);
        var lines = FileTenant.needed(user.lines());
        if (lines.stream().anyMatch(line -> line.category() == Line.Category.PRIMARY)) {
            throw TenantEdit.conflict("%s already has a telephone number".formatted(who));
        }
        var primary = new Line(number.number(), Line.Category.PRIMARY);
        var held = user.withLines(
                edit.known(Stream.concat(Stream.of(primary), lines.stream()).toList()));
        return located(
                        withStatus(
                                number,
                                NumberStatus.USER_ASSIGNED,
                                Optional.of(user.id().value())),
                        location)
                .replace(held.withVoice(edit.known(true)))
                .content();
    }

    private TenantContent toAccount(TelephoneNumber number, StoredAccount account, Optional<LocationId> location) {
        var who = account.account().userPrincipalName();
        capable(number, Capability.VOICE_APPLICATION_ASSIGNMENT, who);
        LicenceChecks.accountMayHold(account.account().plans(), who);
        if (FileTenant.needed(account.account().number()).isPresent()) {
            throw TenantEdit.conflict("%s already has a telephone number".formatted(who));
        }
        return located(
                        withStatus(
                                number,
                                NumberStatus.VOICE_APPLICATION_ASSIGNED,
                                Optional.of(account.id().value())),
                        location)
                .replace(account.withNumber(edit.known(Optional.of(number.number()))))
                .content();
    }

    /** Releasing the primary number switches voice off, releasing a private or alternate line does not. */
    private StoredUser without(StoredUser user, PhoneNumber number) {
        var lines = FileTenant.needed(user.lines());
        var kept = lines.stream().filter(line -> !line.number().equals(number)).toList();
        var primaryGone = lines.stream()
                .anyMatch(line -> line.number().equals(number) && line.category() == Line.Category.PRIMARY);
        var released = user.withLines(edit.known(kept));
        return primaryGone ? released.withVoice(edit.known(false)) : released;
    }

    private TenantEdit located(TelephoneNumber number, Optional<LocationId> location) {
        location.ifPresent(this::mustExist);
        return edit.replace(location.isPresent() ? withLocation(number, edit.known(location)) : number);
    }

    private void mustExist(LocationId location) {
        if (!FileTenant.section(edit.content().locations(), "locations").containsKey(location)) {
            throw TenantEdit.invalid("There is no location %s".formatted(location.value()));
        }
    }

    private TelephoneNumber ofType(PhoneNumber number, NumberType type) {
        var known = edit.number(number);
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
        if (number.source() == TelephoneNumber.NumberSource.ON_PREMISES) {
            throw TenantEdit.conflict(
                    "Telephone number %s is set in the on-premises Active Directory".formatted(number.number()));
        }
    }

    /** The number with another status and holder; {@code target} is empty for none. */
    static TelephoneNumber withStatus(TelephoneNumber number, NumberStatus status, Optional<String> target) {
        return new TelephoneNumber(
                number.number(),
                number.type(),
                number.capabilities(),
                number.activation(),
                status,
                target,
                number.country(),
                number.location(),
                number.source(),
                number.portInStatus(),
                number.locationUpdateSupported(),
                number.sharedCallingSupported());
    }

    private static TelephoneNumber withLocation(TelephoneNumber number, Fact<Optional<LocationId>> location) {
        return new TelephoneNumber(
                number.number(),
                number.type(),
                number.capabilities(),
                number.activation(),
                number.status(),
                number.target(),
                number.country(),
                location,
                number.source(),
                number.portInStatus(),
                number.locationUpdateSupported(),
                number.sharedCallingSupported());
    }
}
