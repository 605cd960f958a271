package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.util.Set;

/**
 * Who and what a contract suite finds in the tenant under test; {@code tenantfile/fabrikam.json} has all of it.
 *
 * @param enrolled licensed, voice on, without a number, directly granted {@code sharedCalling}
 * @param licensed licensed, voice off, nothing granted, no number
 * @param unlicensed without Teams Phone
 * @param numbered holds {@code heldNumber}, a Calling Plan number, and may hold another
 * @param byGroup granted {@code sharedCalling} through the group of the lowest rank, another through one of a higher
 * @param outsiders guests, closed accounts and resource accounts, as far as there are any; in {@code group} too
 * @param freeNumber a Calling Plan number nobody has
 * @param policyNumber a callback number of {@code sharedCalling}
 * @param serviceNumber an account's number, not for people
 */
public record Backdrop(
        UserId enrolled,
        String enrolledName,
        UserId licensed,
        UserId unlicensed,
        UserId numbered,
        UserId byGroup,
        UserId nobody,
        Set<UserId> outsiders,
        GroupId group,
        String groupName,
        UserId nestedMember,
        PolicyName sharedCalling,
        PolicyName otherSharedCalling,
        PhoneNumber heldNumber,
        PhoneNumber freeNumber,
        PhoneNumber policyNumber,
        PhoneNumber serviceNumber,
        NumberType type,
        LocationId place) {}
