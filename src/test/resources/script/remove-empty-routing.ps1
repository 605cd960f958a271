#Requires -Version 7.2
#Requires -Modules @{ModuleName='MicrosoftTeams';ModuleVersion='6.0.0'}

# .SYNOPSIS
# Linekeeper request SC-1002, fingerprint of the plan 0000000000000000000000000000000000000000000000000000000000000000
# Undo for NoPSTN
# .DESCRIPTION
# About: NoPSTN
# Asked for by Ana Ruiz (5e43303f-8f5c-57de-abb6-c2c813ee3de4) on 2026-11-23T09:00:00Z: tried as a script
# Approved by Lee Chen (2bcadb2f-2b54-5310-adc4-3a91a5ed46f6) on 2026-11-23T09:00:00Z
# Approved by Priya Nair (ab8a3eb0-c8e4-527d-ad37-d7a29118142b) on 2026-11-23T09:00:00Z
# What it changes, in this order:
# 1. Voice routing policy NoPSTN without PSTN usages: from NoPSTN to none
# 2. Read everything back and judge it: Linekeeper does this when you give the answer file back
# Risk: HIGH
# Mind: Nobody has the policy. The rule fails for none of them now.
# Mind: The voice routing policy NoPSTN goes; Teams refuses that while somebody has it, and nobody can be enrolled who needs it.
# Sign in with Connect-MicrosoftTeams, try it with -WhatIf, then run it. Each step checks what is there before it writes.
# .EXAMPLE
# Connect-MicrosoftTeams; ./SC-1002.ps1 -WhatIf
# Shows what would be done. Open a new window for it: a newer module beside an older one that is loaded already does not work.
# .EXAMPLE
# ./SC-1002.ps1 -Confirm
# Asks before each step.
# .NOTES
# Exit code 0: everything is as planned, or you said no; 1: something is open, and the last line says what.
# Outcomes in the answer file: done, skipped (was so already), accepted (does not show yet), interrupted (nobody knows yet), failed, not-done.
# Run it again whenever you like: what is so already is not written again.
# To go back: say 'undo SC-1002' to Linekeeper, or run by hand what the answer file has as undo, last step first.
# It is not signed. Compare Get-FileHash with the SHA-256 that Linekeeper printed; where scripts must be signed, read it and sign it yourself.

[CmdletBinding(SupportsShouldProcess)]
param(
    # What became of each step, to be given back to Linekeeper.
    [string] $AnswerFile,
    # Everything the script says, run after run.
    [string] $TranscriptFile,
    # How long a change may take until it can be read back.
    [ValidateRange(0, 60)] [int] $WaitMinutes = 5
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$Cmdlet = $PSCmdlet

$Request = 'SC-1002'
$Fingerprint = '0000000000000000000000000000000000000000000000000000000000000000'
$Tenant = 'e9641faa-2085-57b6-9eaa-a34c054d665e'
$Behind = 'NoPSTN'

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

# Functions of a module see the preferences of the window, not those of this script; what is set here reaches them.
$PSDefaultParameterValues = @{ '*-Cs*:ErrorAction' = 'Stop'; '*-Cs*:Confirm' = $false }
if (-not $AnswerFile) { $AnswerFile = "$Request.answer.json" }
if (-not $TranscriptFile) { $TranscriptFile = "$Request.transcript.txt" }
$Answer = [ordered]@{
    request     = $Request
    fingerprint = $Fingerprint
    by          = "$([Environment]::UserName)@$([Environment]::MachineName)"
    startedAt   = [DateTime]::UtcNow.ToString('o')
    finishedAt  = ''
    steps       = @()
}
$Running = @{ Files = ''; Transcript = $false; Name = $Subject; Earlier = @() }

# What a cmdlet answers. An error that it only prints or returns as an object is an error; nothing and lines of text are no answer.
function Get-Answer([scriptblock] $Call) {
    foreach ($it in @(& $Call 2>&1)) {
        if ($null -eq $it -or $it -is [string]) { continue }
        if ($it -is [Management.Automation.ErrorRecord] -or $it -is [Exception]) { throw $it }
        $has = @($it.PSObject.Properties.Name)
        if ($it.PSObject.TypeNames -match 'ErrorResponse' -or ($has -contains 'Code' -and $has -contains 'Message')) {
            throw "[$($it.Code)] $($it.Message)"
        }
        $it
    }
}

function Get-Value($Object, [string] $Name) {
    $property = $Object.PSObject.Properties[$Name]
    if ($null -eq $property) { throw "Teams does not report $Name of $Subject. Nothing is changed on a guess." }
    $property.Value
}

# The name of a policy, which people's columns have as a text or as an object; an empty text stands for none.
function Get-PolicyName($Value) {
    if ($null -eq $Value) { return '' }
    $name = $Value.PSObject.Properties['Name']
    ([string] ($(if ($null -ne $name) { $name.Value } else { $Value })) -replace '^Tag:', '')
}

# One form for a number, however it is stored: no tel:, no plus, no separators, but with its extension.
function ConvertTo-Digits([string] $Number) {
    $Number.ToLowerInvariant() -replace '^\s*(tel:)?' -replace '[\s+().-]'
}

# Letter by letter: -eq takes other characters for equal, too.
function Test-Same([string] $One, [string] $Other) {
    [string]::Equals($One, $Other, $Comparison)
}

function Show-Value([string] $Value) {
    if ($Value) { "'$Value'" } else { $Nothing }
}

# After each step, so that a window that is closed leaves what was done until then. .NET says when there is no room.
function Save-Answer {
    if ($Running.Files) { [IO.File]::WriteAllText($Running.Files, ($Answer | ConvertTo-Json -Depth 4)) }
}

# What an earlier run of this plan wrote: a later one must not lose what stood there before.
function Get-Earlier {
    try {
        $file = [IO.FileInfo]::new($Running.Files)
        if ($file.Length -lt 1 -or $file.Length -gt 1MB) { return }
        $earlier = [IO.File]::ReadAllText($Running.Files) | ConvertFrom-Json
        if ($earlier.request -eq $Request -and $earlier.fingerprint -eq $Fingerprint) {
            $earlier.steps | Where-Object { $_.outcome -in 'done', 'accepted', 'interrupted', 'skipped' -and $null -ne $_.undo }
        }
    } catch {
        Write-Verbose "There is no answer file of this plan yet: $($_.Exception.Message)"
    }
}

function Start-Plan([hashtable[]] $Steps) {
    $Answer.steps = @($Steps | ForEach-Object {
        [ordered]@{ number = $_.Number; step = $_.Name; outcome = 'not-done'; before = ''; read = ''; at = ''; message = ''; undo = '' }
    })
    if (-not $WhatIfPreference) {
        $Running.Files = $Cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath($AnswerFile)
        $Running.Earlier = @(Get-Earlier)
        try { Save-Answer } catch { throw "$AnswerFile cannot be written, so nothing is begun: $($_.Exception.Message)" }
        Start-Transcript -LiteralPath $TranscriptFile -Append -Confirm:$false | Out-Null
        $Running.Transcript = $true
    }
    Write-Host "Request $Request, fingerprint $Fingerprint"
    if ($Tenant) {
        $connect = "Sign in with: Connect-MicrosoftTeams -TenantId $Tenant"
        try { $signedIn = [string] (Get-Value @(Get-Answer { Get-CsTenant })[0] 'TenantId') } catch {
            throw "The tenant cannot be read: $($_.Exception.Message). $connect"
        }
        if ($signedIn -ne $Tenant) { throw "This plan is for tenant $Tenant, but you are signed in to $signedIn. $connect" }
    }
    Show-Subject
    Show-Plan $Steps
}

# Everything is looked at before the first write. A number takes voice with it, so voice is not judged by what it is before that.
function Show-Plan([hashtable[]] $Steps) {
    $moved = @()
    $voice = ''
    $planned = @{}
    foreach ($step in $Steps) {
        $outcome = $Answer.steps | Where-Object { $_.number -eq $step.Number }
        try {
            $now = & $step.Read
        } catch {
            $outcome.message = $_.Exception.Message
            throw "Step $($step.Number), $($step.What), cannot be compared, so nothing is begun: $($_.Exception.Message)"
        }
        $earlier = $Running.Earlier | Where-Object { $_.number -eq $step.Number -and $_.step -eq $step.Name } | Select-Object -First 1
        $outcome.before = if ($earlier) { $earlier.before } else { $now }
        $outcome.undo = if ($earlier) { $earlier.undo } else { '' }
        $outcome.read = $now
        $part = "$($step.Read)"
        $step.Later = @($Steps | Where-Object { $_.Number -gt $step.Number -and "$($_.Read)" -eq $part } | ForEach-Object { $_.After })
        $expected = if ($voice -and $step.Name -like 'EV_*') { $voice } elseif ($planned.ContainsKey($part)) { $planned[$part] } else { $now }
        if (Test-Reached $expected $step) {
            $will = 'already so'
        } elseif (Test-Same $expected $step.Before) {
            $will = 'to be done'
            $planned[$part] = $step.After
            if ($step.Voice) { $voice = $step.Voice.TrimEnd('?') }
        } else {
            $will = "NOT AS APPROVED: that was $(Show-Value $step.Before)"
            $outcome.message = "Approved was a change from $(Show-Value $step.Before), but it is $(Show-Value $now) now."
            $moved += "Step $($step.Number): $($outcome.message)"
        }
        Write-Host "$($step.Number). $($step.What): now $(Show-Value $now), wanted $(Show-Value $step.After): $will"
        $step.Now = $expected
    }
    Save-Answer
    if ($moved) { throw "$($moved -join ' ') Nothing is begun. Ask Linekeeper for a fresh plan." }
}

# Whether the part reads as the step wants it, or as a later step of the same part does.
function Test-Reached([string] $Now, [hashtable] $Step) {
    foreach ($wanted in @($Step.After) + $Step.Later) { if (Test-Same $Now $wanted) { return $true } }
    $false
}

# What the step changes reads as wanted; a number also has to have taken voice with it, which comes some seconds later.
function Test-Done([hashtable] $Step, $Outcome) {
    $Outcome.read = & $Step.Read
    if (-not (Test-Same $Outcome.read $Step.After)) { return "it reads $(Show-Value $Outcome.read)" }
    if ($Step.Voice -and $Step.Voice -ne 'off?') {
        $voice = Get-Voice
        if ($voice -ne $Step.Voice) { return "voice is still $voice" }
    }
    ''
}

# Reads until the step is done. A reading that fails says nothing, so it goes on. Returns what is missing in the end.
function Wait-Done([hashtable] $Step, $Outcome, [double] $Seconds) {
    $deadline = [DateTime]::UtcNow.AddSeconds($Seconds)
    $pause = 1
    while ($true) {
        try { $missing = Test-Done $Step $Outcome } catch { $missing = "it cannot be read: $($_.Exception.Message)" }
        $left = ($deadline - [DateTime]::UtcNow).TotalSeconds
        if (-not $missing -or $left -le 0) { break }
        Write-Progress -Activity "Step $($Step.Number), $($Step.What)" -Status "Waiting: $missing" -SecondsRemaining $left
        if ($pause -eq 1) { Write-Host "$($Step.Number). $($Step.What): waiting until it shows, for $([Math]::Ceiling($Seconds)) seconds at most." }
        Start-Sleep -Seconds ([Math]::Min($pause, $left))
        $pause = [Math]::Min(10, 2 * $pause)
    }
    Write-Progress -Activity "Step $($Step.Number), $($Step.What)" -Completed
    $missing
}

# Warnings are said and kept; everything else that a write prints is no news, unless it is an error.
function Invoke-Write([hashtable] $Step, $Outcome) {
    $warnings = [Collections.Generic.List[string]]::new()
    Get-Answer { & $Step.Write 3>&1 | ForEach-Object {
        if ($_ -is [Management.Automation.WarningRecord]) { $warnings.Add($_.Message); Write-Warning $_.Message } else { $_ }
    } } | Out-Null
    $warnings -join ' '
}

function Invoke-Step([hashtable] $Step) {
    $outcome = $Answer.steps | Where-Object { $_.number -eq $Step.Number }
    $where = "Step $($Step.Number), $($Step.What)"
    try {
        $now = if ($WhatIfPreference) { $Step.Now } else { $outcome.read = & $Step.Read; $outcome.read }
        if ((Test-Same $now $Step.After) -and $Step.Voice -and $Step.Voice -ne 'off?' -and -not $WhatIfPreference) {
            # Whoever changed the number a moment ago may have voice follow; otherwise somebody set it since.
            Wait-Done $Step $outcome 30 | Out-Null
        }
        if (Test-Reached $now $Step) {
            $outcome.outcome = 'skipped'
            Write-Host "$($Step.Number). $($Step.What): already so."
            return $true
        }
        if (-not (Test-Same $now $Step.Before)) {
            throw "Approved was a change from $(Show-Value $Step.Before), but it is $(Show-Value $now) now. Ask Linekeeper for a fresh plan."
        }
        if (-not $Cmdlet.ShouldProcess($Running.Name, $Step.What)) {
            if ($WhatIfPreference) { return $true }
            $outcome.message = 'You said no.'
            Write-Warning "${where}: you said no. The steps after it rest on it, so they are not done either."
            return $false
        }
        $outcome.outcome = 'interrupted'
        $outcome.message = 'The run ended while this was written; nobody knows yet whether it was done.'
        $outcome.at = [DateTime]::UtcNow.ToString('o')
        $outcome.undo = $Step.Undo
        Save-Answer
        $warned = ''
        try { $warned = Invoke-Write $Step $outcome } catch {
            $refusal = $_.Exception.Message
            # An answer that did not come says nothing of the change.
            $missing = try { Test-Done $Step $outcome } catch { 'it cannot be read' }
            if ($missing) {
                if ($refusal -notmatch 'timed? ?out|task was cancell?ed|connection|BadGateway') {
                    $outcome.outcome = 'failed'
                    $outcome.undo = ''
                }
                throw $refusal
            }
        }
        $outcome.message = 'Accepted; the run ended before it was read back.'
        Save-Answer
        $missing = Wait-Done $Step $outcome ($WaitMinutes * 60)
        if ($missing) {
            $outcome.outcome = 'accepted'
            throw "Accepted, but after $WaitMinutes minutes ${missing}. $warned Grants can take minutes to show: run the script again later."
        }
        if ($Step.Voice -eq 'off?') {
            # Nobody knows whether voice goes off with such a number: what sets it next is to see that, and not what was before.
            $followed = $Step.Clone()
            $followed.Voice = 'off'
            Wait-Done $followed $outcome 30 | Out-Null
        }
        $outcome.outcome = 'done'
        $outcome.message = $warned
        Write-Host "$($Step.Number). $($Step.What): done and read back."
        $true
    } catch {
        $outcome.message = $_.Exception.Message
        throw "${where}: $($_.Exception.Message)"
    } finally {
        $outcome.at = [DateTime]::UtcNow.ToString('o')
        try { Save-Answer } catch { Write-Warning "$AnswerFile cannot be written: $($_.Exception.Message)" }
    }
}

function Complete-Plan {
    try {
        if ($Running.Files) {
            $Answer.finishedAt = [DateTime]::UtcNow.ToString('o')
            try { Save-Answer } catch {
                Write-Host ($Answer | ConvertTo-Json -Depth 4)
                throw "$AnswerFile cannot be written; what it would say stands above. $($_.Exception.Message)"
            }
            $undo = @($Answer.steps | Where-Object { $_.undo } | ForEach-Object { "    $($_.undo)" })
            [array]::Reverse($undo)
            if ($undo) { Write-Host "To go back, say 'undo $Request' to Linekeeper, or by hand, in this order:`n$($undo -join "`n")" }
            Write-Host "Give $AnswerFile back to Linekeeper, or say 'done $Request' to it: it looks for itself."
        }
    } finally {
        if ($Running.Transcript) { Stop-Transcript | Out-Null }
    }
}

function Invoke-Plan([hashtable[]] $Steps) {
    try {
        Start-Plan $Steps
        foreach ($step in $Steps) {
            if (-not (Invoke-Step $step)) { return }
        }
    } finally {
        Complete-Plan
    }
}

Invoke-Plan @(
    @{
        Number = 1
        Name   = 'SET_EMPTY_ROUTING'
        What   = 'Voice routing policy NoPSTN without PSTN usages'
        Read   = { Get-UnusedVoiceRoutingText }
        Before = 'usages: '
        After  = ''
        Voice  = ''
        Write  = { Remove-CsOnlineVoiceRoutingPolicy -Identity 'NoPSTN' }
        Undo   = 'New-CsOnlineVoiceRoutingPolicy -Identity ''NoPSTN'''
    }
)
