# A stand-in for the module MicrosoftTeams, for tests: the documented cmdlets and parameters (teams-cmdlets.json), answered by
# the simulator's tenant at $env:STANDIN_TENANT over loopback, as objects of the real types' shape and with errors made as the
# real ones are. It is not the real module; README.md says what it cannot show.
$resources = "$PSScriptRoot/../../resources/powershell"
$Shapes = Get-Content -Raw "$resources/teams-shapes.json" | ConvertFrom-Json -AsHashtable
$Documented = Get-Content -Raw "$resources/teams-cmdlets.json" | ConvertFrom-Json -AsHashtable
$Common = [Management.Automation.PSCmdlet]::CommonParameters + [Management.Automation.PSCmdlet]::OptionalCommonParameters
$Http = [Net.Http.HttpClient]::new()
$Session = $null

# Compiled once for all processes: it takes seconds.
$code = Get-Content -Raw "$PSScriptRoot/types.cs"
$hash = [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($code))).Substring(0, 16)
$library = Join-Path ([IO.Path]::GetTempPath()) "linekeeper-standin-$hash.dll"
if (-not (Test-Path $library)) {
    $draft = "$library.$PID.dll"
    Add-Type -TypeDefinition $code -OutputAssembly $draft
    Move-Item -Force $draft $library
}
Add-Type -Path $library

. "$PSScriptRoot/objects.ps1"

# The functions, with the documented parameters and sets; all writes ask for consent.
$Types = @{
    string = 'string'; boolean = 'bool'; bool = 'bool'; switchparameter = 'switch'; int32 = 'int'; int = 'int'; integer = 'int'; long = 'long'; uint32 = 'uint'
    guid = 'guid'; uri = 'uri'; pscredential = 'pscredential'; hashtable = 'hashtable'; 'string[]' = 'string[]'
    x509certificate2 = 'Security.Cryptography.X509Certificates.X509Certificate2'; 'pslistmodifier[string]' = 'Management.Automation.PSListModifier[string]'
}
function Get-FunctionText([string] $Name, $Cmdlet) {
    $all = [ordered]@{}
    foreach ($set in $Cmdlet.sets.Keys) {
        $place = 0
        foreach ($parameter in $Cmdlet.sets[$set]) {
            if ($parameter.name -in $Common) { continue }
            if (-not $all.Contains($parameter.name)) { $all[$parameter.name] = @{ type = $parameter.type; attributes = '' } }
            $in = @(if ($Cmdlet.sets.Count -gt 1) { "ParameterSetName='$set'" }; if ($parameter['mandatory']) { 'Mandatory' }; if ($parameter['positional']) { "Position=$place"; $place++ })
            $all[$parameter.name].attributes += "[Parameter($($in -join ', '))]"
        }
    }
    # The page of Connect-MicrosoftTeams has parameters of a set it leaves out of its syntax.
    foreach ($one in $Cmdlet.parameters.Keys) {
        if (-not $all.Contains($one) -and $one -notin $Common -and $Cmdlet.parameters[$one]['sets'] -match '^\w+$') {
            $all[$one] = @{ type = $Cmdlet.parameters[$one].type; attributes = "[Parameter(ParameterSetName='$($Cmdlet.parameters[$one].sets)')]" }
        }
    }
    $parameters = foreach ($one in $all.Keys) {
        $alias = @("$($Cmdlet.parameters[$one]?['aliases'])" -split ', *' | Where-Object { $_.Length -gt 2 -and $_ -notin $all.Keys }) -join "','"
        "$($all[$one].attributes)$(if ($alias) { "[Alias('$alias')]" })[$($Types["$($all[$one].type)"] ?? 'object')]`$$one"
    }
    $bind = @(
        if ($Cmdlet.defaultSet -and $Cmdlet.sets.Count -gt 1) { "DefaultParameterSetName='$($Cmdlet.defaultSet)'" }
        if ($Name -match '^(New|Set|Remove|Grant)-') { "SupportsShouldProcess, ConfirmImpact='High'" }
    ) -join ', '
    "function $Name { [CmdletBinding($bind)] param($($parameters -join ', ')) process { Invoke-Tenant '$Name' `$PSCmdlet `$PSBoundParameters } }"
}
. ([scriptblock]::Create((@(foreach ($name in $Documented.Keys) { Get-FunctionText $name $Documented[$name] }) -join "`n")))

# Asks the tenant; what goes wrong there is the caller's error.
function Send-Request([hashtable] $Request) {
    $content = [Net.Http.StringContent]::new((ConvertTo-Json -Depth 10 -Compress $Request), [Text.Encoding]::UTF8, 'application/json')
    $reply = $Http.PostAsync($env:STANDIN_TENANT, $content).GetAwaiter().GetResult()
    ConvertFrom-Json -AsHashtable -DateKind String $reply.Content.ReadAsStringAsync().GetAwaiter().GetResult()
}

function ConvertTo-Sent($Value) {
    if ($Value -is [switch]) { return [bool] $Value }
    if ($Value -is [guid]) { return "$Value" }
    if ($Value -isnot [Management.Automation.PSListModifier]) { return $Value }
    $sent = @{}
    foreach ($kind in 'Add', 'Remove', 'Replace') { if ($Value.$kind.Count) { $sent[$kind.ToLower()] = @($Value.$kind) } }
    $sent
}

# Every function ends here.
function Invoke-Tenant([string] $Name, $Cmdlet, $Bound) {
    if ($Name -match '^(New|Set|Remove|Grant)-' -and -not $Cmdlet.ShouldProcess('the tenant', $Name)) { return }
    if ($Name -eq 'Disconnect-MicrosoftTeams') { $script:Session = $null; return }
    $parameters = @{}
    foreach ($key in $Bound.Keys) { if ($key -notin $Common -and $Bound[$key] -isnot [Security.Cryptography.X509Certificates.X509Certificate2]) { $parameters[$key] = ConvertTo-Sent $Bound[$key] } }
    # Policies are chosen here: the service sends all.
    $chosen = if ($Shapes[$Name] -and $Name -match 'Policy$|DialPlan$|LineIdentity$|PstnUsage$|VoiceRoute$|NetworkSite$') { $parameters['Identity'] ?? $parameters['Filter'] }
    if ($chosen) { $parameters.Remove('Identity'); $parameters.Remove('Filter') }
    $answer = Send-Request @{ cmdlet = $Name; parameters = $parameters; session = $Session }
    foreach ($line in $answer['console']) { [Console]::WriteLine($line) }
    if ($answer['die']) { [Environment]::Exit(1) }
    if ($Name -eq 'Connect-MicrosoftTeams' -and -not $answer['error']) {
        # A second sign-in over a first looks well, and the old session stays.
        $script:Session ??= $answer.session
        return [pscustomobject]@{ Account = 'app'; Environment = 'AzureCloud'; Tenant = $answer.tenant; TenantId = $answer.tenant }
    }
    if ($Name -eq 'Get-CsAutoAttendant') { 'Operation completed with diagnostics of level Info.' }
    if ($answer['error']) {
        if ($Name -eq 'Get-CsOnlineApplicationInstanceAssociation') { [Console]::WriteLine("Correlation id for this request : $([guid]::NewGuid())") }
        Write-TenantError $Cmdlet $answer.error
        if ($Name -match 'Association$|AutoAttendant$') { return $null }
        return
    }
    foreach ($values in $answer.result) {
        if (-not $chosen -or $values.Identity -like $chosen -or $values.Identity -like "Tag:$chosen") { ConvertTo-ModuleObject $Name $values }
    }
}

# As AutoRest writes it: an undeclared response has its status on the exception and as its id; a declared one only its code.
function Write-TenantError($Cmdlet, $Complaint) {
    $status = [int] $Complaint.status
    $exception = if ($status) { [StandIn.UndeclaredResponseException]::new($Complaint.message, $status) } else { [Exception]::new($Complaint.message) }
    if ($Complaint['retryAfter']) { $exception.ResponseHeaders['Retry-After'] = @("$($Complaint.retryAfter)") }
    $record = [Management.Automation.ErrorRecord]::new($exception, $Complaint.errorId, $Complaint['category'] ?? 'InvalidOperation', $null)
    $record.ErrorDetails = [Management.Automation.ErrorDetails]::new($Complaint.message)
    $Cmdlet.WriteError($record)
}

Export-ModuleMember -Function @($Documented.Keys)
