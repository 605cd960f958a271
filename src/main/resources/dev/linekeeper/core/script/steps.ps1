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
