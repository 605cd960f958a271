#Requires -Version 7.2
#Requires -Modules @{ModuleName='MicrosoftTeams';ModuleVersion='5.5.0'}

# Linekeeper request SC-1001, fingerprint of the plan 2958d9abd2059c597dc4406329615ffca815615d58608f28f3a2158388049670
# Enrol Adele Vance in Shared Calling with Seattle
# Person: Adele Vance, object id 439c272f-f89f-5cd1-b4af-06251327c7f3
# Asked for by Ana Ruiz (5e43303f-8f5c-57de-abb6-c2c813ee3de4) on Nov 23, 2026, 9:00 AM UTC: joins sales
# Approved by Lee Chen (2bcadb2f-2b54-5310-adc4-3a91a5ed46f6) on Nov 23, 2026, 9:00 AM UTC
# What it changes, in this order:
# 1. Switch voice on: from off to on
# 2. Grant emergency call routing Emergency-US: from Global to Emergency-US
# 3. Grant voice routing NoPSTN: from Global to NoPSTN
# 4. Grant Shared Calling Seattle: from Global to Seattle
# 5. Read everything back and judge it: Linekeeper does this when you give the answer file back
# Risk: MEDIUM
# Mind: Emergency call routing changes from Global to Emergency-US.
# Mind: Voice routing changes from Global to NoPSTN.
# Sign in with Connect-MicrosoftTeams, try it with -WhatIf, then run it. Each step checks what is there before it writes.

[CmdletBinding(SupportsShouldProcess)]
param(
    # What became of each step, to be given back to Linekeeper.
    [string] $AnswerFile,
    [string] $TranscriptFile,
    # How long a change may take until it can be read back.
    [ValidateRange(0, 60)] [int] $WaitMinutes = 5
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$Cmdlet = $PSCmdlet

$Request = 'SC-1001'
$Fingerprint = '2958d9abd2059c597dc4406329615ffca815615d58608f28f3a2158388049670'
$Tenant = 'e9641faa-2085-57b6-9eaa-a34c054d665e'
$Person = '439c272f-f89f-5cd1-b4af-06251327c7f3'

if (-not $AnswerFile) { $AnswerFile = "$Request.answer.json" }
if (-not $TranscriptFile) { $TranscriptFile = "$Request.transcript.txt" }
$Outcomes = [System.Collections.Generic.List[object]]::new()
$StartedAt = [DateTime]::UtcNow.ToString('o')

function Get-Voice {
    if ((Get-CsOnlineUser -Identity $Person).EnterpriseVoiceEnabled) { 'on' } else { 'off' }
}

# The columns of Get-CsOnlineUser show direct grants alone; an empty text stands for none.
function Get-DirectPolicy([string] $Type) {
    $column = (Get-CsOnlineUser -Identity $Person).PSObject.Properties[$Type]
    if ($null -eq $column) { throw "Get-CsOnlineUser does not report $Type. Nothing is changed on a guess." }
    if ($null -eq $column.Value) { return '' }
    $name = $column.Value.PSObject.Properties['Name']
    return ([string] ($(if ($null -ne $name) { $name.Value } else { $column.Value })) -replace '^Tag:', '')
}

function Get-NumberState([string] $Number) {
    $held = @(Get-CsPhoneNumberAssignment -AssignedPstnTargetId $Person |
        Where-Object { $_ } |
        ForEach-Object { ($_.TelephoneNumber -split ';')[0] })
    if ($held -contains $Number) { return 'held' }
    if ($held.Count -eq 0) { return 'none' }
    return "another number ($($held -join ', '))"
}

function Show-Value([string] $Value) {
    if ($Value) { "'$Value'" } else { 'no direct grant' }
}

function Start-Plan {
    if ($Tenant) {
        $signedIn = [string] (Get-CsTenant).TenantId
        if ($signedIn -ne $Tenant) { throw "This plan is for tenant $Tenant, but you are signed in to $signedIn." }
    }
    if (-not $WhatIfPreference) {
        Start-Transcript -LiteralPath $TranscriptFile -Append -Confirm:$false | Out-Null
    }
    Write-Host "Request $Request, fingerprint $Fingerprint"
}

function Invoke-Step([hashtable] $Step) {
    $outcome = [ordered]@{ number = $Step.Number; step = $Step.Name; outcome = 'failed'; read = ''; at = ''; message = '' }
    $Outcomes.Add($outcome)
    try {
        $outcome.read = & $Step.Read
        if ($outcome.read -eq $Step.After) {
            $outcome.outcome = 'skipped'
            Write-Host "$($Step.Number). $($Step.What): already so."
            return
        }
        if ($outcome.read -ne $Step.Before) {
            throw "Approved was a change from $(Show-Value $Step.Before), but it is $(Show-Value $outcome.read) now. Ask Linekeeper for a fresh plan."
        }
        if (-not $Cmdlet.ShouldProcess($Person, $Step.What)) {
            $outcome.outcome = 'not-done'
            if ($WhatIfPreference) { return }
            throw 'You said no. The steps after this one rest on it, so they are not done either.'
        }
        $ConfirmPreference = 'None'
        & $Step.Write | Out-Null
        $deadline = [DateTime]::UtcNow.AddMinutes($WaitMinutes)
        while (($outcome.read = & $Step.Read) -ne $Step.After) {
            if ([DateTime]::UtcNow -ge $deadline) {
                throw "Accepted, but after $WaitMinutes minutes it still reads $(Show-Value $outcome.read). Run the script again later."
            }
            Start-Sleep -Seconds 10
        }
        $outcome.outcome = 'done'
        Write-Host "$($Step.Number). $($Step.What): done and read back."
    } catch {
        $outcome.message = $_.Exception.Message
        throw "Step $($Step.Number), $($Step.What): $($_.Exception.Message)"
    } finally {
        $outcome.at = [DateTime]::UtcNow.ToString('o')
    }
}

function Complete-Plan {
    if ($WhatIfPreference) { return }
    [ordered]@{
        request     = $Request
        fingerprint = $Fingerprint
        by          = "$([Environment]::UserName)@$([Environment]::MachineName)"
        startedAt   = $StartedAt
        finishedAt  = [DateTime]::UtcNow.ToString('o')
        steps       = $Outcomes
    } | ConvertTo-Json -Depth 4 | Set-Content -LiteralPath $AnswerFile -Encoding utf8 -Confirm:$false
    Write-Host "Give $AnswerFile back to Linekeeper, or say 'done $Request' to it: it looks for itself."
    Stop-Transcript | Out-Null
}

Start-Plan
try {
    Invoke-Step @{
        Number = 1
        Name   = 'EV_ON'
        What   = 'Switch voice on'
        Read   = { Get-Voice }
        Before = 'off'
        After  = 'on'
        Write  = { Set-CsPhoneNumberAssignment -Identity $Person -EnterpriseVoiceEnabled $true }
    }
    Invoke-Step @{
        Number = 2
        Name   = 'GRANT_ECRP'
        What   = 'Grant emergency call routing Emergency-US'
        Read   = { Get-DirectPolicy 'TeamsEmergencyCallRoutingPolicy' }
        Before = ''
        After  = 'Emergency-US'
        Write  = { Grant-CsTeamsEmergencyCallRoutingPolicy -Identity $Person -PolicyName 'Emergency-US' }
    }
    Invoke-Step @{
        Number = 3
        Name   = 'GRANT_VRP'
        What   = 'Grant voice routing NoPSTN'
        Read   = { Get-DirectPolicy 'OnlineVoiceRoutingPolicy' }
        Before = ''
        After  = 'NoPSTN'
        Write  = { Grant-CsOnlineVoiceRoutingPolicy -Identity $Person -PolicyName 'NoPSTN' }
    }
    Invoke-Step @{
        Number = 4
        Name   = 'GRANT_SC'
        What   = 'Grant Shared Calling Seattle'
        Read   = { Get-DirectPolicy 'TeamsSharedCallingRoutingPolicy' }
        Before = ''
        After  = 'Seattle'
        Write  = { Grant-CsTeamsSharedCallingRoutingPolicy -Identity $Person -PolicyName 'Seattle' }
    }
} finally {
    Complete-Plan
}
