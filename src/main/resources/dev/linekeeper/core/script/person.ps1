# The plan is about a person.
$Subject = $Person
$Nothing = 'no direct grant'
$Comparison = [StringComparison]::OrdinalIgnoreCase

function Get-User {
    $found = @(Get-Answer { Get-CsOnlineUser -Identity $Person })
    if ($found.Count -eq 0) { throw "Teams knows nobody with the object id $Person. Was the account deleted, or is this another tenant?" }
    if ($found.Count -gt 1) { throw "Teams gives $($found.Count) accounts for the object id $Person. Nothing is changed on a guess." }
    if (-not (Test-Same (Get-Value $found[0] 'Identity') $Person)) { throw "Teams answers with another account than $Person." }
    $found[0]
}

function Get-Voice {
    $on = Get-Value (Get-User) 'EnterpriseVoiceEnabled'
    if ($on -isnot [bool]) { throw "Teams does not say whether voice of $Person is on. Nothing is changed on a guess." }
    if ($on) { 'on' } else { 'off' }
}

# The columns of Get-CsOnlineUser show direct grants alone.
function Get-DirectPolicy([string] $Type) {
    Get-PolicyName (Get-Value (Get-User) $Type)
}

# Whether the person holds the number. Where others would be in the way, the plan says beside which ones it may be given.
function Get-NumberState([string] $Number, [string[]] $Beside) {
    $held = @(Get-Answer { Get-CsPhoneNumberAssignment -AssignedPstnTargetId $Person } |
        ForEach-Object { ConvertTo-Digits (Get-Value $_ 'TelephoneNumber') })
    $wanted = ConvertTo-Digits $Number
    if ($held -contains $wanted) { return 'held' }
    $user = Get-User
    if ($user.PSObject.Properties['LineUri'] -and (ConvertTo-Digits $user.LineUri) -eq $wanted) {
        throw "Get-CsOnlineUser shows the number $Number, Get-CsPhoneNumberAssignment does not. Look again in some minutes."
    }
    $allowed = @($Beside | ForEach-Object { ConvertTo-Digits $_ })
    $others = @($held | Where-Object { $null -ne $Beside -and $allowed -notcontains $_ })
    if ($others) { return "another number ($($others -join ', '))" }
    'none'
}

function Show-Subject {
    $user = Get-User
    $called = [string] (Get-Value $user 'DisplayName')
    if (-not (Test-Same ($called -replace '[\p{C}\p{Zl}\p{Zp}]', ' ') $PersonName)) {
        Write-Warning "The plan calls $Person '$PersonName', Teams calls it '$called'. Make sure that it is the same person."
    }
    $Running.Name = "$called ($(Get-Value $user 'UserPrincipalName'), $Person)"
    Write-Host "Person $($Running.Name)"
}
