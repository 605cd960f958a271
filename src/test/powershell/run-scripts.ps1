# Runs exported scripts one after another, each in its folder and against its tenant: run-scripts.ps1 CASES.json
# With a tenant's address they are answered by the simulator, through the stand-in module beside this file.
param([string] $Cases)
foreach ($case in ([IO.File]::ReadAllText($Cases) | ConvertFrom-Json)) {
    $env:STANDIN_STATE = "$($case.folder)/../$($case.name).state.json"
    $env:STANDIN_LOG = "$($case.folder)/../$($case.name).calls.txt"
    $env:STANDIN_FAULT = $case.fault
    $env:STANDIN_DELAY = $case.delay
    [IO.File]::WriteAllText($env:STANDIN_LOG, '')
    if ($case.tenant) {
        $env:STANDIN_TENANT = $case.tenant
        Import-Module MicrosoftTeams
        Disconnect-MicrosoftTeams
        Connect-MicrosoftTeams -TenantId 'any' | Out-Null
    } else {
        Remove-Module MicrosoftTeams -ErrorAction Ignore
        Import-Module MicrosoftTeams
    }
    # An answer that does not come, before the write is done or after it.
    $lost = $case.lost | ConvertFrom-Json -AsHashtable
    foreach ($name in $lost.Keys) {
        $inner = (Get-Command -Module MicrosoftTeams $name).ScriptBlock
        $after = $lost[$name] -eq 'after'
        Set-Item "Function:global:$name" { if ($after) { & $inner @args -Confirm:$false }; throw 'The operation has timed out.' }.GetNewClosure()
    }
    Push-Location -LiteralPath $case.folder
    $code = '0'
    $arguments = $case.arguments | ConvertFrom-Json -AsHashtable
    $said = & { try { & "./$($case.script)" @arguments } catch { $_ } } *>&1 | ForEach-Object {
        if ($_ -is [Management.Automation.ErrorRecord]) { $code = '1' }
        "$_"
    }
    Pop-Location
    foreach ($name in $lost.Keys) { Remove-Item "Function:global:$name" }
    [IO.File]::WriteAllText("$($case.folder)/../$($case.name).said.txt", "$code`n$($said -join "`n")")
}
