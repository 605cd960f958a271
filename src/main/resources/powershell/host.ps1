#Requires -Version 7.2
# Linekeeper's PowerShell host. One line of JSON in, one line of JSON out, one call at a time; src/docs/powershell.md
# describes the protocol. No PowerShell could be had where this was written, so it has been read and reviewed but NEVER
# RUN: try it in a test tenant first. A test compares the table below with the Java side (Cmdlet.java).
#
# What comes in is data: names are looked up in the table, parameters are splatted, nothing is ever put into a script.
Set-StrictMode -Version Latest
# Modules look at the global preferences, not at ours.
$global:ErrorActionPreference = 'Stop'
$global:ProgressPreference = $global:WarningPreference = $global:InformationPreference = 'SilentlyContinue'
$global:VerbosePreference = $global:DebugPreference = 'SilentlyContinue'
$global:ConfirmPreference = 'None'
[Console]::InputEncoding = [Console]::OutputEncoding = [Text.UTF8Encoding]::new($false)

# Every cmdlet we run, and the parameters it may be given.
$Allowed = @{
    'Get-CsOnlineUser' = @('Identity', 'AccountType')
    'Get-CsUserPolicyAssignment' = @('Identity', 'PolicyType')
    'Set-CsPhoneNumberAssignment' = @('Identity', 'EnterpriseVoiceEnabled')
    'Get-CsPhoneNumberAssignment' = @('Filter', 'Top', 'Skip')
    'Get-CsTeamsSharedCallingRoutingPolicy' = @()
    'New-CsTeamsSharedCallingRoutingPolicy' = @('Identity', 'ResourceAccount', 'EmergencyNumbers', 'Description')
    'Set-CsTeamsSharedCallingRoutingPolicy' = @('Identity', 'ResourceAccount', 'EmergencyNumbers', 'Description')
    'Remove-CsTeamsSharedCallingRoutingPolicy' = @('Identity')
    'Get-CsOnlineVoiceRoutingPolicy' = @()
    'Get-CsTeamsEmergencyCallRoutingPolicy' = @()
    'Get-CsTeamsEmergencyCallingPolicy' = @()
    'Get-CsCallingLineIdentity' = @()
    'Get-CsTenantDialPlan' = @()
    'Get-CsOnlineDialOutPolicy' = @()
    'Get-CsTeamsCallingPolicy' = @()
    'Get-CsOnlinePstnUsage' = @()
    'Get-CsOnlineVoiceRoute' = @()
    'Get-CsTenantNetworkSite' = @()
    'Grant-CsTeamsSharedCallingRoutingPolicy' = @('Identity', 'PolicyName', 'Group', 'Rank')
    'Grant-CsOnlineVoiceRoutingPolicy' = @('Identity', 'PolicyName', 'Group', 'Rank')
    'Grant-CsTeamsEmergencyCallRoutingPolicy' = @('Identity', 'PolicyName', 'Group', 'Rank')
    'Grant-CsTeamsEmergencyCallingPolicy' = @('Identity', 'PolicyName', 'Group', 'Rank')
    'Grant-CsCallingLineIdentity' = @('Identity', 'PolicyName', 'Group', 'Rank')
    'Grant-CsTenantDialPlan' = @('Identity', 'PolicyName', 'Group', 'Rank')
    'Grant-CsDialoutPolicy' = @('Identity', 'PolicyName')
    'Grant-CsTeamsCallingPolicy' = @('Identity', 'PolicyName', 'Group', 'Rank')
    'Get-CsGroupPolicyAssignment' = @('PolicyType')
    'Remove-CsGroupPolicyAssignment' = @('GroupId', 'PolicyType')
    'Get-CsOnlineLisLocation' = @('ResultSize', 'NumberOfResultsToSkip')
    'Get-CsOnlineLisCivicAddress' = @('ResultSize', 'NumberOfResultsToSkip')
    'Get-CsOnlineApplicationInstance' = @()
    'Get-CsOnlineApplicationInstanceAssociation' = @('Identity')
    'Get-CsAutoAttendant' = @('First', 'Skip')
}

# JSON as it stands: ConvertFrom-Json would turn text that looks like a date into a date.
function ConvertFrom-Element([Text.Json.JsonElement] $Element) {
    switch ($Element.ValueKind) {
        'String' { return $Element.GetString() }
        'Number' { return $Element.GetInt32() }
        'True' { return $true }
        'False' { return $false }
        'Array' { return , @(foreach ($item in $Element.EnumerateArray()) { ConvertFrom-Element $item }) }
        'Object' {
            $table = @{}
            foreach ($property in $Element.EnumerateObject()) {
                $table[$property.Name] = ConvertFrom-Element $property.Value
            }
            return $table
        }
        default { return $null }
    }
}

function Connect-Tenant([hashtable] $SignIn) {
    switch -CaseSensitive ($SignIn.method) {
        'access-tokens' {
            # The order matters: Microsoft Graph first, Teams second.
            Connect-MicrosoftTeams -TenantId $SignIn.tenantId -AccessTokens @($SignIn.graphToken, $SignIn.teamsToken)
        }
        'certificate' {
            $type = [Security.Cryptography.X509Certificates.X509Certificate2]
            $certificate = if ($SignIn.file -like '*.pem') { $type::CreateFromPemFile($SignIn.file) }
            else { $type::new($SignIn.file, [string] $SignIn.password) }
            Connect-MicrosoftTeams -TenantId $SignIn.tenantId -ApplicationId $SignIn.appId -Certificate $certificate
        }
        'managed-identity' { Connect-MicrosoftTeams -Identity }
        default { throw "The sign-in '$($SignIn.method)' is not known to this host." }
    }
}

function Invoke-Allowed([string] $Name, [hashtable] $Parameters) {
    if (-not $Allowed.ContainsKey($Name)) { throw "The cmdlet '$Name' is not on the list of this host." }
    foreach ($parameter in $Parameters.PSBase.Keys) {
        if ($Allowed[$Name] -notcontains $parameter) { throw "'$Name' may not be given the parameter '$parameter'." }
    }
    & $Name @Parameters -ErrorAction Stop 3>$null 4>$null 5>$null 6>$null
}

# The pieces of an error that say what happened; details are what the service answered, when the module kept it.
function Get-Complaint([Management.Automation.ErrorRecord] $Failure) {
    $response = $Failure.Exception.PSObject.Properties['Response']
    $status = if ($response -and $response.Value) { $response.Value.PSObject.Properties['StatusCode'] }
    $details = if ($Failure.ErrorDetails) { $Failure.ErrorDetails.Message }
    @{
        message  = if ($details) { "$($Failure.Exception.Message) $details" } else { $Failure.Exception.Message }
        category = [string] $Failure.CategoryInfo.Category
        errorId  = $Failure.FullyQualifiedErrorId
        status   = if ($status) { [int] $status.Value } else { 0 }
    }
}

$marker = $null
while ($null -ne ($line = [Console]::In.ReadLine())) {
    $reply = @{ id = $null }
    try {
        $document = [Text.Json.JsonDocument]::Parse($line)
        $request = ConvertFrom-Element $document.RootElement
        $document.Dispose()
        $reply.id = $request.id
        if ($null -eq $marker) { $marker = $request.marker }
        switch -CaseSensitive ($request.call) {
            'version' {
                Import-Module MicrosoftTeams 3>$null 6>$null
                $reply.result = @{
                    module     = [string] (Get-Module MicrosoftTeams).Version
                    powerShell = [string] $PSVersionTable.PSVersion
                }
            }
            'connect' {
                $null = Connect-Tenant $request.signIn 3>$null 6>$null
                $reply.result = $true
            }
            'invoke' { $reply.result = @(Invoke-Allowed $request.cmdlet $request.parameters) }
            default { throw "The call '$($request.call)' is not known to this host." }
        }
        $json = ConvertTo-Json -InputObject $reply -Depth 10 -EnumsAsStrings -Compress
    } catch {
        $json = ConvertTo-Json -InputObject @{ id = $reply.id; error = Get-Complaint $_ } -Depth 3 -Compress
    }
    # Without the first message there is nobody to answer.
    if ($marker) { [Console]::Out.WriteLine($marker + $json) }
}
