# The plan is about the Shared Calling policy of a group. Whom it reaches was looked at when it was planned, not here.
$Subject = "the group $Group"
$Nothing = 'no policy of its own'
$Comparison = [StringComparison]::OrdinalIgnoreCase

# The policy that the group has, with its rank. The plan's fingerprint is made of the plan, and of the other groups with their
# policies in the order of their ranks: of any other order it is not known whom the policy would reach.
function Get-GroupGrant {
    $own = @()
    $text = $PlanText
    foreach ($grant in @(Get-Answer { Get-CsGroupPolicyAssignment -PolicyType $Type } | Sort-Object { [int] (Get-Value $_ 'Priority') })) {
        $id = "$(Get-Value $grant 'GroupId')".Trim().ToLowerInvariant()
        $policy = Get-PolicyName (Get-Value $grant 'PolicyName')
        if ($id -eq $Group) {
            $own += "$policy, Rank $(Get-Value $grant 'Priority')"
        } else {
            foreach ($field in $id, $policy.Trim().Normalize().ToLowerInvariant()) { $text += "$($field.Length):$field" }
        }
    }
    $hash = [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($text)))
    if ($hash -ne $Fingerprint) { throw 'Other groups have another policy or another place than when this was approved. Ask Linekeeper for a fresh plan.' }
    if ($own.Count -gt 1) { throw "Teams lists $($own.Count) policies of the type for $Subject. Nothing is changed on a guess." }
    "$own"
}

function Show-Subject {
    Write-Host "Group $Group"
    Write-Warning 'Whom it reaches is not looked at here: members come and go, and Teams takes 24 hours or longer to spread it.'
}
