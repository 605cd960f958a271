#Requires -Version 7.2
#Requires -Modules @{ModuleName='MicrosoftTeams';ModuleVersion='6.0.0'}

# .SYNOPSIS
# Linekeeper request SC-1002, fingerprint of the plan 0000000000000000000000000000000000000000000000000000000000000000
# Undo for Lee Gu
# .DESCRIPTION
# Person: Lee Gu, object id fd229718-4e20-5ba1-878a-8c1c92a70bc4
# Asked for by Ana Ruiz (5e43303f-8f5c-57de-abb6-c2c813ee3de4) on 2026-11-23T09:00:00Z: tried as a script
# Approved by Lee Chen (2bcadb2f-2b54-5310-adc4-3a91a5ed46f6) on 2026-11-23T09:00:00Z
# What it changes, in this order:
# 1. Take Shared Calling away: from Seattle to Global
# 2. Put voice routing back to Seattle lines: from NoPSTN to Seattle lines
# 3. Give the number +14255550140: from none to +14255550140
# 4. Read everything back and judge it: Linekeeper does this when you give the answer file back
# Risk: HIGH
# Mind: The Shared Calling policy is taken away; Global applies instead.
# Mind: Voice routing changes from NoPSTN to Seattle lines.
# Mind: The number +14255550140 becomes the person's own. Whoever calls it reaches them.
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
$Person = 'fd229718-4e20-5ba1-878a-8c1c92a70bc4'
$PersonName = 'Lee Gu'

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
        Name   = 'REVOKE_SC'
        What   = 'Take Shared Calling away'
        Read   = { Get-DirectPolicy 'TeamsSharedCallingRoutingPolicy' }
        Before = 'Seattle'
        After  = ''
        Voice  = ''
        Write  = { Grant-CsTeamsSharedCallingRoutingPolicy -Identity $Person -PolicyName $null }
        Undo   = 'Grant-CsTeamsSharedCallingRoutingPolicy -Identity ''fd229718-4e20-5ba1-878a-8c1c92a70bc4'' -PolicyName ''Seattle'''
    }
    @{
        Number = 2
        Name   = 'RESTORE_VRP'
        What   = 'Put voice routing back to Seattle lines'
        Read   = { Get-DirectPolicy 'OnlineVoiceRoutingPolicy' }
        Before = 'NoPSTN'
        After  = 'Seattle lines'
        Voice  = ''
        Write  = { Grant-CsOnlineVoiceRoutingPolicy -Identity $Person -PolicyName 'Seattle lines' }
        Undo   = 'Grant-CsOnlineVoiceRoutingPolicy -Identity ''fd229718-4e20-5ba1-878a-8c1c92a70bc4'' -PolicyName ''NoPSTN'''
    }
    @{
        Number = 3
        Name   = 'ASSIGN_NUMBER'
        What   = 'Give the number +14255550140'
        Read   = { Get-NumberState '+14255550140' -Beside @() }
        Before = 'none'
        After  = 'held'
        Voice  = 'on'
        Write  = { Set-CsPhoneNumberAssignment -Identity $Person -PhoneNumber '+14255550140' -PhoneNumberType CallingPlan -AssignmentCategory Primary -LocationId 'fe771441-2e85-5274-9125-4e765e1d220b' }
        Undo   = 'Remove-CsPhoneNumberAssignment -Identity ''fd229718-4e20-5ba1-878a-8c1c92a70bc4'' -PhoneNumber ''+14255550140'' -PhoneNumberType CallingPlan'
    }
)
