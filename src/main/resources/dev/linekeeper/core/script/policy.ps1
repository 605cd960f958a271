# The plan is about a Shared Calling policy. Capitals of its description count.
$Subject = "the policy $Policy"
$Nothing = 'no such policy'
$Comparison = [StringComparison]::Ordinal

function Test-Named($Value) {
    [string]::Equals((Get-PolicyName $Value), $Policy, [StringComparison]::OrdinalIgnoreCase)
}

# All that the policy says, as one text; an empty one where there is no such policy. Global is always listed.
function Get-PolicyText {
    $all = @(Get-Answer { Get-CsTeamsSharedCallingRoutingPolicy })
    if ($all.Count -eq 0) { throw 'Teams lists no Shared Calling policy, not even Global. Nothing is changed on a guess.' }
    $found = @($all | Where-Object { Test-Named (Get-Value $_ 'Identity') })
    if ($found.Count -eq 0) { return '' }
    if ($found.Count -gt 1) { throw "Teams lists $($found.Count) policies called $Policy. Nothing is changed on a guess." }
    $account = "$(Get-Value $found[0] 'ResourceAccount')".Trim().ToLowerInvariant()
    $numbers = @(Get-Value $found[0] 'EmergencyNumbers' | Where-Object { $_ } | ForEach-Object { "+$(ConvertTo-Digits $_)" })
    $description = "$(Get-Value $found[0] 'Description')".Trim()
    "account $account; callback numbers $($numbers -join ', '); description $description"
}

# The same of a policy that is to go, which nobody may have: no person, no group, no single number.
function Get-UnusedPolicyText {
    $text = Get-PolicyText
    if (-not $text) { return '' }
    $type = 'TeamsSharedCallingRoutingPolicy'
    $people = @(Get-Answer { Get-CsOnlineUser -AccountType User })
    if ($people.Count -eq 0) { throw "Teams lists nobody, so who has $Subject is not known. Nothing is removed on a guess." }
    $people = @($people | Where-Object { Test-Named (Get-Value $_ $type) })
    $groups = @(Get-Answer { Get-CsGroupPolicyAssignment -PolicyType $type } | Where-Object { Test-Named (Get-Value $_ 'PolicyName') })
    $numbers = @(Get-Answer { Get-CsPhoneNumberPolicyAssignment -PolicyType $type } | Where-Object { Test-Named (Get-Value $_ 'PolicyName') })
    if ($people.Count + $groups.Count + $numbers.Count) {
        throw "It is still granted: people $($people.Count), groups $($groups.Count), single numbers $($numbers.Count). Move them first."
    }
    $text
}

function Show-Subject {
    Write-Host "Policy $Policy"
}
