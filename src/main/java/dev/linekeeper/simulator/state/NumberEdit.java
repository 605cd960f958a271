package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.content.StoredAccount;
import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.MicrosoftSpelling;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.Capability;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Assigns and releases numbers under the service's rules: a number has one holder, the holder needs the licence and the
 * number the capability, and voice is switched with the number
 * (<a href="https://learn.microsoft.com/powershell/module/microsoftteams/set-csphonenumberassignment">cmdlet</a>).
 */
public record NumberEdit(TenantEdit edit) {
    private static final String LOCATION = "locationId";
    private static final String CATEGORY = "assignmentCategory";

    /** As the main number, of a person or an account. */
    public void assign(PhoneNumber number, NumberType type, UserId holder, Optional<LocationId> location) {
        assign(number, type, holder, location, Category.PRIMARY);
    }

    public void assign(
            PhoneNumber number, NumberType type, UserId holder, Optional<LocationId> location, Category category) {
        var known = ofType(number, type);
        if (known.status() != NumberStatus.UNASSIGNED) {
            if (known.target().map(UserId::new).filter(holder::equals).isEmpty()) {
                throw TenantEdit.conflict("Telephone number %s is already assigned".formatted(number));
            }
        } else {
            changeableOnline(known);
            edit.content()
                    .account(holder)
                    .ifPresentOrElse(account -> toAccount(known, account), () -> toPerson(known, holder, category));
        }
        location.ifPresent(place -> {
            mustExist(place);
            document(known).put(LOCATION, place.value());
        });
    }

    /** As which line a number is assigned when it is said so; as the main one when nothing is. */
    public static Category category(String said) {
        return said.isBlank()
                ? Category.PRIMARY
                : MicrosoftSpelling.constant(Category.class, said)
                        .orElseThrow(() -> TenantEdit.invalid("There is no assignment category " + said));
    }

    /** Whether an assignment was refused because the holder has no licence for it. */
    public static boolean isOfLicence(BackendFailure refused) {
        return String.valueOf(refused.getMessage()).contains(" lacks ");
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
        free(document(known));
        known.target().map(UserId::new).ifPresent(holder -> {
            if (edit.content().account(holder).isPresent()) {
                edit.holder(holder).putNull("telephoneNumber");
            } else {
                edit.content().user(holder).ifPresent(user -> takeFrom(user, number));
            }
        });
    }

    /** Sets or clears the location. */
    public void locate(PhoneNumber number, Optional<LocationId> location) {
        var known = known(number);
        if (!known.locationUpdateSupported()) {
            throw TenantEdit.invalid("The location of telephone number %s cannot be set".formatted(number));
        }
        location.ifPresent(this::mustExist);
        document(known).put(LOCATION, location.map(LocationId::value).orElse(null));
    }

    /** Grants a Shared Calling policy to a number that somebody has, in place of the one it had, or takes that away. */
    public void grant(PhoneNumber number, Optional<PolicyName> policy) {
        policy.filter(name -> !edit.known(PolicyKind.SHARED_CALLING).containsKey(name))
                .ifPresent(name -> {
                    throw TenantEdit.notFound("There is no policy %s".formatted(name));
                });
        var line = known(number)
                .target()
                .map(UserId::new)
                .filter(holder -> edit.content().user(holder).isPresent())
                .map(holder -> edit.user(holder).withArrayProperty("telephoneNumbers"))
                .flatMap(lines -> WireJson.objects(lines).stream()
                        .filter(each -> PhoneNumber.parse(WireJson.text(each, "telephoneNumber"))
                                .equals(Optional.of(number)))
                        .findFirst())
                .orElseThrow(() -> TenantEdit.conflict("Nobody has telephone number %s".formatted(number)));
        String type = PolicyKind.SHARED_CALLING.type();
        var grants = line.withArrayProperty("policyGrants");
        grants.removeIf(grant -> type.equalsIgnoreCase(WireJson.text(grant, "policyType")));
        policy.ifPresent(name -> grants.addObject().put("policyType", type).put("policyName", name.value()));
    }

    private void toPerson(TelephoneNumber number, UserId holder, Category category) {
        var document = edit.user(holder);
        var user = edit.content().user(holder).orElseThrow();
        var who = user.entry().userPrincipalName();
        capable(number, Capability.USER_ASSIGNMENT, who);
        TenantEdit.mayHaveVoice(user.entry().plans(), who);
        if (number.type() == NumberType.CALLING_PLAN) {
            var plans = Stream.concat(PublishedData.CALLING_PLANS.stream(), PublishedData.PAY_AS_YOU_GO.stream());
            var complaint = "%s lacks appropriate licences to assign a Calling Plan number".formatted(who);
            TenantEdit.licensed(user.entry().plans(), plans.toList(), complaint);
        }
        if (category != Category.ALTERNATE
                && FileTenant.needed(user.lines()).stream().anyMatch(line -> line.category() == category)) {
            throw TenantEdit.conflict("%s already has a telephone number".formatted(who));
        }
        var word = AnyCase.folded(category.name());
        var lines = document.put("isEnterpriseVoiceEnabled", true).withArrayProperty("telephoneNumbers");
        lines.insertObject(category == Category.PRIMARY ? 0 : lines.size())
                .put("telephoneNumber", number.number().toString())
                .put(CATEGORY, word);
        document(number)
                .put("assignmentStatus", "userAssigned")
                .put("assignmentTargetId", holder.value())
                .put(CATEGORY, word);
    }

    private void toAccount(TelephoneNumber number, StoredAccount account) {
        var who = account.account().userPrincipalName();
        capable(number, Capability.VOICE_APPLICATION_ASSIGNMENT, who);
        var complaint = "%s lacks a Teams Phone Resource Account licence".formatted(who);
        TenantEdit.licensed(account.account().plans(), PublishedData.RESOURCE_ACCOUNT, complaint);
        if (FileTenant.needed(account.account().number()).isPresent()) {
            throw TenantEdit.conflict("%s already has a telephone number".formatted(who));
        }
        edit.holder(account.id()).put("telephoneNumber", number.number().toString());
        document(number)
                .put("assignmentStatus", "voiceApplicationAssigned")
                .put("assignmentTargetId", account.id().value());
    }

    /** Releasing the primary number switches voice off, releasing a private or alternate line does not. */
    private void takeFrom(StoredUser user, PhoneNumber number) {
        var document = edit.user(user.id());
        if (FileTenant.needed(user.lines()).stream()
                .anyMatch(line -> line.number().equals(number) && line.category() == Category.PRIMARY)) {
            document.put("isEnterpriseVoiceEnabled", false);
        }
        document.withArrayProperty("telephoneNumbers")
                .removeIf(line -> PhoneNumber.parse(WireJson.text(line, "telephoneNumber"))
                        .filter(number::equals)
                        .isPresent());
    }

    /** Nobody's number. */
    static void free(ObjectNode number) {
        number.put("assignmentStatus", "unassigned")
                .putNull("assignmentTargetId")
                .remove(CATEGORY);
    }

    private ObjectNode document(TelephoneNumber number) {
        return edit.number(number.number()).orElseThrow();
    }

    private void mustExist(LocationId location) {
        if (!FileTenant.section(edit.content().locations(), "locations").containsKey(location)) {
            throw TenantEdit.invalid("There is no location %s".formatted(location.value()));
        }
    }

    /** The number; fails when the tenant has none such. */
    TelephoneNumber known(PhoneNumber number) {
        var all = FileTenant.section(edit.content().numbers(), TenantState.NUMBERS);
        return Optional.ofNullable(all.get(number))
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
        if (number.source() == TelephoneNumber.NumberSource.ON_PREMISES) {
            throw TenantEdit.conflict(
                    "Telephone number %s is set in the on-premises Active Directory".formatted(number.number()));
        }
    }
}
