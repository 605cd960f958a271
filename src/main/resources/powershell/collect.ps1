#Requires -Version 5.1
<#
.SYNOPSIS
Writes a tenant file for Linekeeper: who could use Shared Calling, and everything that rests on. Reads only, changes nothing.

.DESCRIPTION
Runs the Get-Cs cmdlets of the module MicrosoftTeams in the session you signed in to with Connect-MicrosoftTeams, and asks
Microsoft Graph, with a token you bring, for what the module cannot tell: who is in the groups that have policies, the kind
of cloud, and how many licences for resource accounts are free. "-WhatIf" lists every read and ends.

What cannot be read is null in the file, with the reason under "notRead", and the rest is written all the same. An existing
file is never overwritten. The file has names, numbers and addresses of people: keep it as you keep those.

Roles: Global Reader, or Teams Reader, is enough. Graph: GroupMember.Read.All, Organization.Read.All.

.EXAMPLE
Connect-MicrosoftTeams -TenantId contoso.example
./collect.ps1 -OutFile contoso.json -WhatIf
./collect.ps1 -OutFile contoso.json

.EXAMPLE
$token = az account get-access-token --resource-type ms-graph --query accessToken --output tsv | ConvertTo-SecureString -AsPlainText -Force
./collect.ps1 -OutFile contoso.json -GraphToken $token
java -jar linekeeper.jar readiness --tenant contoso.json
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The file to write; it must not exist.
    [Parameter(Mandatory)] [string] $OutFile,
    # A token for Microsoft Graph. Without it, what only Graph tells is null.
    [securestring] $GraphToken,
    # Where Microsoft Graph is; national clouds have addresses of their own.
    [uri] $GraphUrl = 'https://graph.microsoft.com/v1.0',
    # Ends before anything is read unless the session is in this tenant.
    [string] $TenantId
)
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

# ---- what is read: section, what reads it, which properties are kept (* for all) -----------------------------------------
$PolicyTypes = [ordered]@{
    TeamsSharedCallingRoutingPolicy = 'Identity', 'ResourceAccount', 'EmergencyNumbers', 'Description'
    OnlineVoiceRoutingPolicy = 'Identity', 'OnlinePstnUsages'
    TeamsEmergencyCallRoutingPolicy = 'Identity', 'AllowEnhancedEmergencyServices', 'EmergencyNumbers'
    TeamsEmergencyCallingPolicy = 'Identity', 'NotificationGroup', 'NotificationMode', 'NotificationDialOutNumber', 'ExternalLocationLookupMode', 'EnhancedEmergencyServiceDisclaimer', 'ExtendedNotifications'
    CallingLineIdentity = 'Identity', 'CallingIDSubstitute', 'ResourceAccount', 'EnableUserOverride', 'BlockIncomingPstnCallerID', 'CompanyName'
    TenantDialPlan = 'Identity', 'NormalizationRules'
    OnlineDialOutPolicy = 'Identity', 'AllowPSTNConferencingDialOutType', 'AllowPSTNOutboundCallingType'
    TeamsCallingPolicy = 'Identity', 'AllowPrivateCalling', 'PreventTollBypass', 'EnableSpendLimits', 'CallingSpendUserLimit'
}
$OfAccounts = @('Identity', 'UserPrincipalName', 'DisplayName', 'AccountEnabled', 'UsageLocation', 'AssignedPlan', 'EffectivePolicyAssignments') + $PolicyTypes.Keys
$OfPeople = $OfAccounts + 'AccountType', 'Department', 'FeatureTypes', 'EnterpriseVoiceEnabled', 'LineUri', 'TelephoneNumbers', 'UserValidationErrors', 'InterpretedUserType'
$OfNumbers = 'TelephoneNumber', 'NumberType', 'ActivationState', 'Capability', 'PstnAssignmentStatus', 'AssignedPstnTargetId', 'AssignmentCategory', 'IsoCountryCode', 'LocationId', 'LocationUpdateSupported', 'NumberSource', 'PortInOrderStatus'
$OfAttendants = 'Identity', 'Id', 'Name', 'Operator', 'DefaultCallFlow', 'DirectoryLookupScope', 'ApplicationInstances'
$OfPlaces = 'LocationId', 'Location', 'Description', 'HouseNumber', 'HouseNumberSuffix', 'PreDirectional', 'StreetName', 'StreetSuffix', 'PostDirectional', 'City', 'StateOrProvince', 'PostalCode', 'CountryOrRegion', 'ValidationStatus'
$Free = 'f47330e9-c134-43b3-9993-e7f004506889' # the service plan of free licences for resource accounts

$Reads = @(
    @{ Section = 'tenantId, displayName'; By = 'Get-CsTenant'; For = 'which tenant this is' }
    @{ Section = 'users'; By = 'Get-CsOnlineUser'; For = 'licences, voice, numbers and direct grants of everybody' }
    @{ Section = 'telephoneNumbers'; By = 'Get-CsPhoneNumberAssignment'; For = 'numbers, holders, places; which may serve Shared Calling' }
    @{ Section = 'phoneNumberPolicyAssignments'; By = 'Get-CsPhoneNumberPolicyAssignment'; For = 'Shared Calling policies of single numbers; null before 7.3.1 and in government clouds' }
    @{ Section = 'resourceAccounts'; By = 'Get-CsOnlineApplicationInstance, ...Association (one call an account)'; For = 'the accounts people call with' }
    @{ Section = 'autoAttendants'; By = 'Get-CsAutoAttendant'; For = 'who answers when people call back' }
    @{ Section = 'policies'; By = ($PolicyTypes.Keys | ForEach-Object { "Get-Cs$_" }) -join ', '; For = 'what the policies say' }
    @{ Section = 'groupPolicyAssignments'; By = 'Get-CsGroupPolicyAssignment'; For = 'policies granted to groups' }
    @{ Section = 'pstnUsages, voiceRoutes'; By = 'Get-CsOnlinePstnUsage, Get-CsOnlineVoiceRoute'; For = 'where Direct Routing calls go' }
    @{ Section = 'locations'; By = 'Get-CsOnlineLisLocation, Get-CsOnlineLisCivicAddress'; For = 'emergency addresses' }
    @{ Section = 'networkSites'; By = 'Get-CsTenantNetworkSite'; For = 'sites with emergency policies of their own' }
    @{ Section = 'groups'; By = "GET $GraphUrl/groups/{id}/members"; For = 'who is in the groups that have policies or that an attendant searches' }
    @{ Section = 'cloud, free licences'; By = "GET $GraphUrl/subscribedSkus"; For = 'GCC or not; licences for resource accounts nobody uses' }
)
if ($WhatIfPreference) { return $Reads | ForEach-Object { [pscustomobject] @{ Section = $_.Section; Reads = $_.By; For = $_.For } } }

# ---- helpers -------------------------------------------------------------------------------------------------------------
# A value as JSON can have it: no enums, dates or types, and not too deep.
function ConvertTo-Plain($Value, [int] $Depth = 0) {
    if ($null -eq $Value) { return $null }
    $bare = $Value.PSObject.BaseObject
    if ($bare -is [string] -or $bare -is [bool]) { return $bare }
    if ($bare -is [datetime]) { return $bare.ToUniversalTime().ToString('o') }
    if ($bare -is [enum] -or $bare -is [guid] -or $bare -is [uri] -or $Depth -gt 8) { return "$bare" }
    if ($bare -is [ValueType]) { return $bare }
    if ($bare -is [Collections.IDictionary]) {
        $table = [ordered]@{}
        foreach ($key in $bare.Keys) { $table["$key"] = ConvertTo-Plain $bare[$key] ($Depth + 1) }
        return $table
    }
    if ($bare -is [Collections.IEnumerable]) { return , @(foreach ($one in $bare) { ConvertTo-Plain $one ($Depth + 1) }) }
    Select-Kept $Value '*' ($Depth + 1)
}

# The properties of an object that are kept; one the module does not have is left out, which is not null.
function Select-Kept($Object, [string[]] $Properties, [int] $Depth = 0) {
    $kept = [ordered]@{}
    foreach ($property in $Object.PSObject.Properties) {
        if ($Properties -notcontains '*' -and $Properties -notcontains $property.Name) { continue }
        # Not "$value = try ...": that would make null of an empty list.
        try { $value = $property.Value } catch { $value = $null }
        $kept[$property.Name] = ConvertTo-Plain $value ($Depth + 1)
    }
    $kept
}

# Runs a cmdlet. Objects that say an error are one; nothing and diagnostic lines between the objects are dropped.
function Read-Objects([string] $Cmdlet, [hashtable] $With = @{}) {
    foreach ($one in & $Cmdlet @With -ErrorAction Stop -WarningAction SilentlyContinue) {
        if ($null -eq $one -or $one -is [string]) { continue }
        $names = @($one.PSObject.Properties | ForEach-Object { $_.Name })
        if ($one.PSObject.TypeNames[0] -match 'ErrorResponse' -or ($names -contains 'Code' -and $names -contains 'Message' -and $names -notcontains 'Identity')) {
            throw "$Cmdlet answered $($one.Code): $($one.Message)"
        }
        $one
    }
}

# All pages of a cmdlet that skips; a page that repeats the one before ends in an error, not in a list that looks whole.
function Read-Pages([string] $Cmdlet, [string] $Size, [string] $Skip, [int] $Most, [string] $Key, [hashtable] $With = @{}) {
    $seen = @{}
    for ($from = 0; ; $from += $Most) {
        $page = @(Read-Objects $Cmdlet ($With + @{ $Size = $Most; $Skip = $from }))
        foreach ($one in $page) {
            if ($seen.ContainsKey("$($one.$Key)")) { if ($from -and $page.Count -eq $seen.Count) { return }; throw "$Cmdlet repeats $($one.$Key): the list is not complete." }
            $seen["$($one.$Key)"] = $true
            $one
        }
        if ($page.Count -lt $Most) { return }
        Write-Progress -Activity 'Reading' -Status "$Cmdlet, $($seen.Count) so far"
    }
}

# GET to Graph: every page; waits when Graph asks for it. Only its own address gets the token.
function Read-Graph([string] $Path) {
    if (-not $GraphToken) { throw 'No -GraphToken was given.' }
    $headers = @{ Authorization = 'Bearer ' + [Net.NetworkCredential]::new('', $GraphToken).Password }
    for ($next = "$GraphUrl".TrimEnd('/') + $Path; $next; ) {
        if (([uri] $next).Authority -ne $GraphUrl.Authority) { throw "Graph leads to another address: $next" }
        $answer = $null
        for ($try = 1; -not $answer; $try++) {
            try { $answer = Invoke-RestMethod -Method Get -Uri $next -Headers $headers -UseBasicParsing } catch {
                $response = if ($_.Exception.PSObject.Properties['Response']) { $_.Exception.Response }
                $status = if ($response) { [int] $response.StatusCode } else { 0 }
                if ($status -notin 429, 503, 504 -or $try -ge 6) { throw }
                $wait = try { [int] "$($response.Headers.GetValues('Retry-After'))" } catch { 5 * $try }
                Start-Sleep -Seconds ([Math]::Min(120, $wait))
            }
        }
        if ($answer.PSObject.Properties['value']) { $answer.value } else { $answer }
        $next = if ($answer.PSObject.Properties['@odata.nextLink']) { $answer.'@odata.nextLink' }
    }
}

# The sections of the file, as JSON, and why some are null.
$File = [ordered]@{}
$NotRead = [ordered]@{}
function Add-NotRead([string] $What, $Failure) {
    $NotRead[$What] = "$Failure"
    Write-Warning "$What was not read: $Failure"
}
function Read-Section([string] $Name, [scriptblock] $Reading) {
    Write-Progress -Activity 'Reading' -Status $Name -PercentComplete ([Math]::Min(99, 4 * ($File.Count + $Policies.Count)))
    try { , @(& $Reading) } catch { Add-NotRead $Name $_; $null }
}
function Write-Section([string] $Name, $Value) { $File[$Name] = ConvertTo-Json -InputObject $Value -Depth 12 -Compress }
$Policies = [ordered]@{}

# ---- before anything is read ---------------------------------------------------------------------------------------------
$OutFile = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutFile)
if (Test-Path -LiteralPath $OutFile) { throw "$OutFile exists. Nothing is overwritten: name another file." }
# Older ones leave out places and network sites without a word; Linekeeper's rule TEN-02 and its host ask for the same.
$Oldest = [version] '6.0.0'
$module = Get-Module MicrosoftTeams | Sort-Object Version -Descending | Select-Object -First 1
if ($module -and $module.Version -gt '0.0' -and $module.Version -lt $Oldest) { throw "The module MicrosoftTeams is $($module.Version); $Oldest or newer is needed: Update-Module MicrosoftTeams, then open a new window." }
if (-not (Get-Command Get-CsOnlineUser -ErrorAction SilentlyContinue)) { throw 'The module MicrosoftTeams is missing: Install-Module MicrosoftTeams, then Connect-MicrosoftTeams.' }
$tenant = try { @(Read-Objects 'Get-CsTenant')[0] } catch {
    if ("$_" -match 'Connect-MicrosoftTeams|not logged in|session|credential') { throw "You are not signed in: Connect-MicrosoftTeams. ($_)" }
    Add-NotRead 'tenantId' $_
}
if ($TenantId -and (-not $tenant -or "$($tenant.TenantId)" -ne $TenantId)) { throw "The session is not in tenant $TenantId." }
Write-Section 'tenantId' $(if ($tenant) { "$($tenant.TenantId)" })
Write-Section 'displayName' $(if ($tenant) { "$($tenant.DisplayName)" })

# ---- reading -------------------------------------------------------------------------------------------------------------
$everybody = Read-Section 'users' { Read-Objects 'Get-CsOnlineUser' | Where-Object { -not ($_.PSObject.Properties['SoftDeletionTimestamp'] -and $_.SoftDeletionTimestamp) } }
$accountUsers = @{}
foreach ($one in $everybody) { if ("$($one.AccountType)" -eq 'ResourceAccount') { $accountUsers["$($one.Identity)"] = $one } }
Write-Section 'users' $(if ($null -ne $everybody) { , @(foreach ($one in $everybody) { if ("$($one.AccountType)" -ne 'ResourceAccount') { Select-Kept $one $OfPeople } }) })

# The attribute can be filtered by, and is not printed.
$supported = @{}
$null = Read-Section 'telephoneNumbers/resourceAccountSharedCallingPolicySupported' {
    foreach ($answer in $true, $false) {
        Read-Pages 'Get-CsPhoneNumberAssignment' 'Top' 'Skip' 1000 'TelephoneNumber' @{ Filter = "ResourceAccountSharedCallingPolicySupported -eq '$answer'" } |
            ForEach-Object { $supported["$($_.TelephoneNumber)"] = $answer }
    }
}
Write-Section 'telephoneNumbers' (Read-Section 'telephoneNumbers' {
    Read-Pages 'Get-CsPhoneNumberAssignment' 'Top' 'Skip' 1000 'TelephoneNumber' | ForEach-Object {
        $number = Select-Kept $_ $OfNumbers
        if ($supported.ContainsKey("$($_.TelephoneNumber)")) { $number.resourceAccountSharedCallingPolicySupported = $supported["$($_.TelephoneNumber)"] }
        $number
    }
})

Write-Section 'phoneNumberPolicyAssignments' (Read-Section 'phoneNumberPolicyAssignments' {
    Read-Objects 'Get-CsPhoneNumberPolicyAssignment' @{ PolicyType = 'TeamsSharedCallingRoutingPolicy' } | ForEach-Object { Select-Kept $_ 'TelephoneNumber', 'PolicyType', 'PolicyName' }
})

Write-Section 'resourceAccounts' (Read-Section 'resourceAccounts' {
    foreach ($instance in Read-Objects 'Get-CsOnlineApplicationInstance') {
        $id = "$($instance.ObjectId)"
        $account = if ($accountUsers.ContainsKey($id)) { Select-Kept $accountUsers[$id] $OfAccounts } else { [ordered]@{} }
        foreach ($name in 'ObjectId', 'UserPrincipalName', 'DisplayName', 'ApplicationId', 'PhoneNumber') { $account[$name] = ConvertTo-Plain $instance.$name }
        # Nothing is associated: the cmdlet says "not found", or prints nothing.
        $account.associations = try {
            , @(Read-Objects 'Get-CsOnlineApplicationInstanceAssociation' @{ Identity = $id } | ForEach-Object { Select-Kept $_ 'ConfigurationType', 'ConfigurationId' })
        } catch {
            if ("$_ $($_.FullyQualifiedErrorId)" -match 'NotFound|not found') { , @() } else { Add-NotRead "resourceAccounts/$($account.UserPrincipalName)/associations" $_; $null }
        }
        $account
    }
})

$attendants = Read-Section 'autoAttendants' { Read-Pages 'Get-CsAutoAttendant' 'First' 'Skip' 100 'Id' | ForEach-Object { Select-Kept $_ $OfAttendants } }
Write-Section 'autoAttendants' $attendants

foreach ($type in $PolicyTypes.Keys) {
    $Policies[$type] = Read-Section "policies/$type" { Read-Objects "Get-Cs$type" | ForEach-Object { Select-Kept $_ $PolicyTypes[$type] } }
}
Write-Section 'policies' $Policies

$grants = Read-Section 'groupPolicyAssignments' {
    foreach ($type in $PolicyTypes.Keys) {
        # Dial-out policies cannot be granted to groups.
        if ($type -ne 'OnlineDialOutPolicy') { Read-Objects 'Get-CsGroupPolicyAssignment' @{ PolicyType = $type } | ForEach-Object { Select-Kept $_ 'GroupId', 'PolicyType', 'PolicyName', 'Priority' } }
    }
}
Write-Section 'groupPolicyAssignments' $grants
Write-Section 'pstnUsages' (Read-Section 'pstnUsages' { Read-Objects 'Get-CsOnlinePstnUsage' | ForEach-Object { foreach ($usage in $_.Usage) { "$usage" } } })
Write-Section 'voiceRoutes' (Read-Section 'voiceRoutes' { Read-Objects 'Get-CsOnlineVoiceRoute' | ForEach-Object { Select-Kept $_ 'Identity', 'NumberPattern', 'OnlinePstnUsages', 'OnlinePstnGatewayList' } })
Write-Section 'networkSites' (Read-Section 'networkSites' { Read-Objects 'Get-CsTenantNetworkSite' | ForEach-Object { Select-Kept $_ 'Identity', 'EmergencyCallRoutingPolicyName', 'EmergencyCallingPolicyName' } })
Write-Section 'locations' (Read-Section 'locations' {
    # Whether an address was validated may stand with the address alone.
    $addresses = @{}
    Read-Pages 'Get-CsOnlineLisCivicAddress' 'ResultSize' 'NumberOfResultsToSkip' 500 'CivicAddressId' | ForEach-Object { $addresses["$($_.CivicAddressId)"] = $_ }
    Read-Pages 'Get-CsOnlineLisLocation' 'ResultSize' 'NumberOfResultsToSkip' 500 'LocationId' | ForEach-Object {
        $place = Select-Kept $_ $OfPlaces
        $address = $addresses["$($_.CivicAddressId)"]
        if ($address -and -not $place['ValidationStatus']) { $place.ValidationStatus = "$($address.ValidationStatus)" }
        if ($place['Location']) { $place.Description = $place.Location }
        $place
    }
})

# Only groups that matter here, and those in them: policies reach direct members alone, a search reaches the others too.
$ids = @(foreach ($grant in $grants) { $grant.GroupId }) + @(foreach ($attendant in $attendants) {
    if ($attendant['DirectoryLookupScope']) { foreach ($scope in 'InclusionScope', 'ExclusionScope') { if ($attendant.DirectoryLookupScope[$scope]) { $attendant.DirectoryLookupScope[$scope]['GroupScope'].GroupIds } } }
})
$open = [Collections.Generic.Queue[string]]::new([string[]] @($ids | Where-Object { $_ } | Sort-Object -Unique))
$seen = @{}
Write-Section 'groups' $(if ($null -ne $grants) { , @(while ($open.Count) {
    $id = $open.Dequeue()
    if ($seen.ContainsKey($id)) { continue }
    $seen[$id] = $true
    [ordered]@{ id = $id; members = Read-Section "groups/$id/members" { Read-Graph "/groups/$id/members?`$select=id&`$top=999" | ForEach-Object {
        if ($_.PSObject.Properties['@odata.type'] -and $_.'@odata.type' -eq '#microsoft.graph.group') { $open.Enqueue($_.id) }
        $_.id
    } } }
}) })

$skus = Read-Section 'cloud' { Read-Graph '/subscribedSkus' }
$cloud = if ($null -ne $skus) {
    $names = @($skus | ForEach-Object { "$($_.skuPartNumber)" })
    if ($GraphUrl.Host -eq 'microsoftgraph.chinacloudapi.cn') { 'China' }
    elseif ($GraphUrl.Host -eq 'dod-graph.microsoft.us' -or $names -match '_DOD$') { 'DoD' }
    elseif ($GraphUrl.Host -eq 'graph.microsoft.us' -or $names -match '_GCCHIGH$') { 'GCCHigh' }
    elseif ($names -match '_GOV$') { 'GCC' } else { 'Worldwide' }
}
$unused = if ($null -ne $skus) {
    $units = 0
    foreach ($sku in $skus) { if (@($sku.servicePlans | ForEach-Object { $_.servicePlanId }) -contains $Free) { $units += [Math]::Max(0, $sku.prepaidUnits.enabled - $sku.consumedUnits) } }
    $units
}
Write-Section 'cloud' $cloud
Write-Section 'freeResourceAccountLicences' $unused
Write-Section 'powerShellModule' $(if ($module) { "$($module.Version)" })
Write-Section 'notRead' $NotRead
Write-Progress -Activity 'Reading' -Completed

# ---- writing -------------------------------------------------------------------------------------------------------------
$stream = [IO.File]::Open($OutFile, [IO.FileMode]::CreateNew)
$writer = [IO.StreamWriter]::new($stream, [Text.UTF8Encoding]::new($false))
try {
    $writer.WriteLine('{')
    $writer.WriteLine((@(foreach ($name in $File.Keys) { "`"$name`": $($File[$name])" }) -join ",`n"))
    $writer.WriteLine('}')
} finally { $writer.Dispose() }
[pscustomobject] @{ File = $OutFile; People = if ($null -ne $everybody) { @($everybody).Count - $accountUsers.Count }; NotRead = @($NotRead.Keys) }
