# The plan is about what stands behind people: a number, a resource account, or an emergency call routing policy.
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

# The place of a number that must still be the account's; zeros stand for none.
function Get-Place([string] $Number, [string] $Account) {
    $found = Get-Only @(Get-Answer { Get-CsPhoneNumberAssignment -TelephoneNumber $Number }) $Number
    $holder = [string] (Get-Value $found 'AssignedPstnTargetId')
    if (-not (Test-Same $holder $Account)) { throw "The number $Number is not that of the account $Account any more, but of '$holder'." }
    $place = "$(Get-Value $found 'LocationId')".Trim()
    if ($place -eq [guid]::Empty) { '' } else { $place }
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

# The same of a policy that is to go, which nobody may have: no person, no account, no group, no network site.
function Get-UnusedEmergencyRoutingText {
    $text = Get-EmergencyRoutingText
    if (-not $text) { return '' }
    $type = 'TeamsEmergencyCallRoutingPolicy'
    $has = { Test-Same (Get-PolicyName $args[0]) $Behind }
    $people = @(Get-Answer { Get-CsOnlineUser -AccountType User })
    if ($people.Count -eq 0) { throw "Teams lists nobody, so who has $Behind is not known. Nothing is removed on a guess." }
    $people += @(Get-Answer { Get-CsOnlineUser -AccountType ResourceAccount })
    $people = @($people | Where-Object { & $has (Get-Value $_ $type) })
    $groups = @(Get-Answer { Get-CsGroupPolicyAssignment -PolicyType $type } | Where-Object { & $has (Get-Value $_ 'PolicyName') })
    $sites = @(Get-Answer { Get-CsTenantNetworkSite } | Where-Object { & $has (Get-Value $_ 'EmergencyCallRoutingPolicyName') })
    if ($people.Count + $groups.Count + $sites.Count) {
        throw "It is still granted: people and accounts $($people.Count), groups $($groups.Count), network sites $($sites.Count). Take it away first."
    }
    $text
}

function Show-Subject {
    Write-Host "About $Behind"
}
