# The plan is about what stands behind people: a number, a resource account, or a policy of theirs.
$Subject = $Behind
$Nothing = 'nothing'
$Comparison = [StringComparison]::OrdinalIgnoreCase

function Get-Only([object[]] $Found, [string] $What) {
    if ($Found.Count -ne 1) { throw "Teams gives $($Found.Count) answers for $What. Was it deleted, or is this another tenant? Nothing is changed on a guess." }
    $Found[0]
}

function Get-Account([string] $Account) {
    $found = Get-Only @(Get-Answer { Get-CsOnlineUser -Identity $Account }) $Account
    if (-not (Test-Same (Get-Value $found 'Identity') $Account)) { throw "Teams answers with another account than $Account." }
    $found
}

# A number that must still be theirs.
function Get-Held([string] $Number, [string] $Holder) {
    $found = Get-Only @(Get-Answer { Get-CsPhoneNumberAssignment -TelephoneNumber $Number }) $Number
    $now = [string] (Get-Value $found 'AssignedPstnTargetId')
    if (-not (Test-Same $now $Holder)) { throw "The number $Number is not that of $Holder any more, but of '$now'." }
    $found
}

# The place of a number; zeros stand for none.
function Get-Place([string] $Number, [string] $Account) {
    $place = "$(Get-Value (Get-Held $Number $Account) 'LocationId')".Trim()
    if ($place -eq [guid]::Empty) { '' } else { $place }
}

# The Shared Calling policy that a number has of its own.
function Get-NumberPolicy([string] $Number, [string] $Holder) {
    $digits = ConvertTo-Digits (Get-Value (Get-Held $Number $Holder) 'TelephoneNumber')
    $found = @(Get-Answer { Get-CsPhoneNumberPolicyAssignment -PolicyType 'TeamsSharedCallingRoutingPolicy' } |
        Where-Object { (ConvertTo-Digits (Get-Value $_ 'TelephoneNumber')) -eq $digits })
    if ($found.Count -eq 0) { return '' }
    Get-PolicyName (Get-Value (Get-Only $found "the policy of $Number") 'PolicyName')
}

# The number of an account; the one it is to get, or to lose, must be nobody's or its own.
function Get-AccountNumber([string] $Account, [string] $Number) {
    $found = Get-Only @(Get-Answer { Get-CsPhoneNumberAssignment -TelephoneNumber $Number }) $Number
    $holder = [string] (Get-Value $found 'AssignedPstnTargetId')
    if ($holder -and -not (Test-Same $holder $Account)) { throw "The number $Number is that of '$holder'." }
    $has = ConvertTo-Digits (Get-Value (Get-Account $Account) 'LineUri')
    if ($has -and -not $holder -and $has -eq (ConvertTo-Digits $Number)) {
        throw "Get-CsOnlineUser shows the number $Number, Get-CsPhoneNumberAssignment does not. Look again in some minutes."
    }
    if ($has) { "+$has" } else { '' }
}

# The application that the account of a name stands for; an empty text where there is no such account.
function Get-Application([string] $Name) {
    $found = @(Get-Answer { Get-CsOnlineApplicationInstance } | Where-Object { Test-Same (Get-Value $_ 'UserPrincipalName') $Name })
    if ($found.Count -eq 0) { return '' }
    "$(Get-Value (Get-Only $found $Name) 'ApplicationId')"
}

# The column shows a direct grant alone.
function Get-AccountRouting([string] $Account) {
    Get-PolicyName (Get-Value (Get-Account $Account) 'OnlineVoiceRoutingPolicy')
}

# What answers an account that is there; that nothing does, Teams says as an error.
function Get-Attendant([string] $Account) {
    $account = [string] (Get-Value (Get-Account $Account) 'Identity')
    try { $found = @(Get-Answer { Get-CsOnlineApplicationInstanceAssociation -Identity $account }) } catch {
        if ("$($_.FullyQualifiedErrorId) $($_.Exception.Message)" -match '\bNot ?Found\b') { return '' }
        throw
    }
    if ($found.Count -eq 0) { return '' }
    [string] (Get-Value (Get-Only $found "what answers $account") 'ConfigurationId')
}

# All that the policy dials, as one text; an empty one where there is no such policy. Global is always listed.
function Get-EmergencyRoutingText {
    $all = @(Get-Answer { Get-CsTeamsEmergencyCallRoutingPolicy })
    if ($all.Count -eq 0) { throw 'Teams lists no emergency call routing policy, not even Global. Nothing is changed on a guess.' }
    $found = @($all | Where-Object { Test-Same (Get-PolicyName (Get-Value $_ 'Identity')) $Behind })
    if ($found.Count -eq 0) { return '' }
    $numbers = @(Get-Value (Get-Only $found $Behind) 'EmergencyNumbers' | Where-Object { $_ } | ForEach-Object {
        "$(Get-Value $_ 'EmergencyDialString') mask '$(Get-Value $_ 'EmergencyDialMask')' usage '$(Get-Value $_ 'OnlinePSTNUsage')'"
    })
    "dials $($numbers -join ', ')"
}

# The policy of the plan among those of its kind, which must be there.
function Get-BehindPolicy([scriptblock] $Read) {
    Get-Only @(Get-Answer $Read | Where-Object { Test-Same (Get-PolicyName (Get-Value $_ 'Identity')) $Behind }) $Behind
}

# What a caller ID policy has people show: an account matters only where its number is shown.
function Get-CallerIdText {
    $policy = Get-BehindPolicy { Get-CsCallingLineIdentity }
    $shown = "$(Get-Value $policy 'CallingIDSubstitute')"
    if (Test-Same $shown 'Resource') { "Resource $(Get-Value $policy 'ResourceAccount')".Trim() } else { $shown }
}

# What a calling policy allows and forbids; an older one has no PreventTollBypass.
function Get-CallingText {
    $policy = Get-BehindPolicy { Get-CsTeamsCallingPolicy }
    $switches = 'AllowPrivateCalling', 'PreventTollBypass' | Where-Object { $null -ne (Get-Value $policy $_) }
    @($switches | ForEach-Object { "$_ $(Get-Value $policy $_)" }) -join ', '
}

function Get-UnusedEmergencyRoutingText {
    $text = Get-EmergencyRoutingText
    if ($text) { Assert-Unused 'TeamsEmergencyCallRoutingPolicy' }
    $text
}

# The PSTN usages of a voice routing policy, as one text; an empty one where there is no such policy.
function Get-VoiceRoutingText {
    $all = @(Get-Answer { Get-CsOnlineVoiceRoutingPolicy })
    if ($all.Count -eq 0) { throw 'Teams lists no voice routing policy, not even Global. Nothing is changed on a guess.' }
    $found = @($all | Where-Object { Test-Same (Get-PolicyName (Get-Value $_ 'Identity')) $Behind })
    if ($found.Count -eq 0) { return '' }
    "usages: $(@(Get-Value (Get-Only $found $Behind) 'OnlinePstnUsages' | Where-Object { $_ }) -join ', ')"
}

function Get-UnusedVoiceRoutingText {
    $text = Get-VoiceRoutingText
    if ($text) { Assert-Unused 'OnlineVoiceRoutingPolicy' }
    $text
}

# A policy that is to go must be nobody's: no person, no account, no group, no network site.
function Assert-Unused([string] $Type) {
    $has = { Test-Same (Get-PolicyName $args[0]) $Behind }
    $people = @(Get-Answer { Get-CsOnlineUser -AccountType User })
    if ($people.Count -eq 0) { throw "Teams lists nobody, so who has $Behind is not known. Nothing is removed on a guess." }
    $people += @(Get-Answer { Get-CsOnlineUser -AccountType ResourceAccount })
    $people = @($people | Where-Object { & $has (Get-Value $_ $Type) })
    $groups = @(Get-Answer { Get-CsGroupPolicyAssignment -PolicyType $Type } | Where-Object { & $has (Get-Value $_ 'PolicyName') })
    $sites = @()
    if ($Type -eq 'TeamsEmergencyCallRoutingPolicy') {
        $sites = @(Get-Answer { Get-CsTenantNetworkSite } | Where-Object { & $has (Get-Value $_ 'EmergencyCallRoutingPolicyName') })
    }
    if ($people.Count + $groups.Count + $sites.Count) {
        throw "It is still granted: people and accounts $($people.Count), groups $($groups.Count), network sites $($sites.Count). Take it away first."
    }
}

function Show-Subject {
    Write-Host "About $Behind"
}
