#Requires -Version 7.2
# Linekeeper's PowerShell host. One line of JSON in, one line of JSON out, one call at a time; src/docs/powershell.md
# describes the protocol. A test compares the table below with the Java side (Cmdlet.java).
#
# What comes in is data: names are looked up in the table, parameters are splatted, nothing is ever put into a script.
# The module lives in a runspace of its own, so that nothing in it (break, exit, variables, culture) reaches this loop.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
[Console]::InputEncoding = [Console]::OutputEncoding = [Text.UTF8Encoding]::new($false)
# Ours, whatever a module does to the console; modules that read find nothing.
$Reader, $Writer = [Console]::In, [Console]::Out
[Console]::SetIn([IO.TextReader]::Null)
# What Linekeeper reads of one line.
$LongestReply = 31MB

# Every cmdlet we run, and the parameters it may be given.
$Allowed = @{
    'Get-CsOnlineUser' = @('Identity', 'AccountType')
    'Get-CsUserPolicyAssignment' = @('Identity', 'PolicyType')
    'Set-CsPhoneNumberAssignment' = @('Identity', 'EnterpriseVoiceEnabled', 'PhoneNumber', 'PhoneNumberType', 'LocationId')
    'Get-CsPhoneNumberAssignment' = @('Filter', 'Top', 'Skip')
    'Get-CsPhoneNumberPolicyAssignment' = @('PolicyType')
    'Set-CsPhoneNumberPolicyAssignment' = @('TelephoneNumber', 'PolicyType', 'PolicyName')
    'Get-CsTeamsSharedCallingRoutingPolicy' = @()
    'New-CsTeamsSharedCallingRoutingPolicy' = @('Identity', 'ResourceAccount', 'EmergencyNumbers', 'Description')
    'Set-CsTeamsSharedCallingRoutingPolicy' = @('Identity', 'ResourceAccount', 'EmergencyNumbers', 'Description')
    'Remove-CsTeamsSharedCallingRoutingPolicy' = @('Identity')
    'Get-CsOnlineVoiceRoutingPolicy' = @()
    'New-CsOnlineVoiceRoutingPolicy' = @('Identity')
    'Remove-CsOnlineVoiceRoutingPolicy' = @('Identity')
    'Get-CsTeamsEmergencyCallRoutingPolicy' = @()
    'New-CsTeamsEmergencyCallRoutingPolicy' = @('Identity', 'EmergencyNumbers', 'AllowEnhancedEmergencyServices')
    'Set-CsTeamsEmergencyCallRoutingPolicy' = @('Identity', 'EmergencyNumbers')
    'Remove-CsTeamsEmergencyCallRoutingPolicy' = @('Identity')
    'Get-CsTeamsEmergencyCallingPolicy' = @()
    'Get-CsCallingLineIdentity' = @()
    'Set-CsCallingLineIdentity' = @('Identity', 'CallingIDSubstitute', 'ResourceAccount')
    'Get-CsTenantDialPlan' = @()
    'Get-CsOnlineDialOutPolicy' = @()
    'Get-CsTeamsCallingPolicy' = @()
    'Set-CsTeamsCallingPolicy' = @('Identity', 'AllowPrivateCalling', 'PreventTollBypass')
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
    'New-CsOnlineApplicationInstance' = @('UserPrincipalName', 'ApplicationId', 'DisplayName')
    'Get-CsOnlineApplicationInstanceAssociation' = @('Identity')
    'New-CsOnlineApplicationInstanceAssociation' = @('Identities', 'ConfigurationId', 'ConfigurationType')
    'Remove-CsOnlineApplicationInstanceAssociation' = @('Identities')
    'Get-CsAutoAttendant' = @('First', 'Skip')
}

# ---- what runs in the module's runspace ------------------------------------------------------------------------------

# A property of an object or an entry of a dictionary; $null when there is none, or when it throws.
function Read-LkValue($Of, [string] $Name) {
    try {
        if ($Of -is [Collections.IDictionary]) { $Of[$Name] } elseif ($null -ne $Of) { $Of.PSObject.Properties[$Name].Value }
    } catch { $null }
}

function Limit-LkText([string] $Text, [int] $Most) {
    if ($Text.Length -gt $Most) { $Text.Substring(0, $Most) + '...' } else { $Text }
}

# An HTTP status that says no, as a number: from a number, a name ("NotFound") or whatever a property holds; else 0.
function Get-LkStatus($Value) {
    $text = "$Value"
    $status = if ($Value -is [enum]) { [int] $Value } elseif ($text -match '^\d{3}$') { [int] $text }
    elseif ($text -match '^[a-z]{1,40}$') { [int] ($text -as [Net.HttpStatusCode]) } else { 0 }
    if ($status -ge 400 -and $status -lt 600) { $status } else { 0 }
}

# Retry-After in seconds, from a dictionary of headers or from the collection HttpClient has.
function Get-LkWait($Headers) {
    $text = try { "$($Headers.GetValues('Retry-After'))" } catch { "$(Read-LkValue $Headers 'Retry-After')" }
    $date = [DateTimeOffset]::MinValue
    if ($text -match '^\d{1,6}$') { [int] $text }
    elseif ([DateTimeOffset]::TryParse($text, [cultureinfo]::InvariantCulture, 'AssumeUniversal', [ref] $date)) {
        [int] [Math]::Clamp(($date - [DateTimeOffset]::UtcNow).TotalSeconds, 0, 86400)
    }
}

# Adds what an exception, and those inside it, know of the service's answer.
function Add-LkAnswer([hashtable] $Complaint, $Exception, [int] $Depth) {
    if ($null -eq $Exception -or $Depth -gt 8) { return }
    $response = Read-LkValue $Exception 'Response'
    foreach ($one in (Read-LkValue $Exception 'StatusCode'), (Read-LkValue $response 'StatusCode')) {
        if (-not $Complaint.status) { $Complaint.status = Get-LkStatus $one }
    }
    $headers = (Read-LkValue $Exception 'ResponseHeaders') ?? (Read-LkValue $response 'Headers')
    if ($null -ne $headers) { $Complaint.retryAfter ??= Get-LkWait $headers }
    foreach ($one in (Read-LkValue $Exception 'RequestId'), (Read-LkValue $Exception 'ClientRequestId')) {
        if (-not $Complaint.requestId -and "$one" -match '^[\w-]{1,64}$') { $Complaint.requestId = "$one" }
    }
    foreach ($one in @(Read-LkValue $Exception 'InnerExceptions') + @(Read-LkValue $Exception 'InnerException')) {
        Add-LkAnswer $Complaint $one ($Depth + 1)
    }
}

# The pieces of an error that say what happened.
function Get-LkComplaint($Failure) {
    $exception = (Read-LkValue $Failure 'Exception') ?? $Failure
    $message = "$(Read-LkValue $exception 'Message')".Trim()
    $details = "$(Read-LkValue (Read-LkValue $Failure 'ErrorDetails') 'Message')".Trim()
    $told = if ($message.Contains($details)) { $message } elseif ($details.Contains($message)) { $details } else { "$message $details" }
    # "throw 'text'" makes the text the id: what is no name, or only repeats the message, may be a secret.
    $id = "$(Read-LkValue $Failure 'FullyQualifiedErrorId')"
    $first = ($id -split ',')[0]
    $named = $first -match '^\w{1,80}$' -and ($first -ne $message -or (Get-LkStatus $first))
    $complaint = @{
        message = if ($told) { Limit-LkText $told 4000 } else { "$($exception.GetType().Name), without a message." }
        category = "$(Read-LkValue (Read-LkValue $Failure 'CategoryInfo') 'Category')"
        errorId = if (-not $named) { '' } elseif ($id -match '^\w+,[\w.,-]{1,200}$') { $id } else { $first }
        status = 0
        retryAfter = $null
        requestId = ''
    }
    Add-LkAnswer $complaint $exception 0
    if (-not $complaint.status) { $complaint.status = Get-LkStatus $first }
    $complaint
}

# The complaint of an object on the output that is no answer but says what went wrong; nothing for an answer.
function Get-LkRefusal($Object) {
    if ($Object -is [Management.Automation.ErrorRecord] -or $Object -is [Exception]) { return Get-LkComplaint $Object }
    $told = (Read-LkValue $Object 'Error') ?? $Object
    $code, $message = (Read-LkValue $told 'Code'), (Read-LkValue $told 'Message')
    $named = "$($Object.PSObject.TypeNames)" -match 'Error(Response|Detail|Object|Info|Model|$|\s)' -and ($code -or $message)
    $bare = $code -and $message -and -not (Read-LkValue $Object 'Identity') -and -not (Read-LkValue $Object 'Id')
    if (-not $named -and -not $bare) { return }
    $texts = @("$message", "$(Read-LkValue $told 'InnerErrorMessage')") -ne ''
    @{
        message = if ($texts) { Limit-LkText "$($texts | Select-Object -Unique)" 4000 } else { "The service answered $code." }
        category = 'InvalidResult'
        errorId = if ("$code" -match '^\w{1,80}$') { "$code" } else { '' }
        status = Get-LkStatus $code
    }
}

# Types whose values have no end, or tell nothing: only their text is written.
$LkEndless = [type], [Reflection.MemberInfo], [Reflection.Assembly], [Reflection.Module], [Exception], [Delegate], [Diagnostics.Process], [IO.Stream],
[IO.FileSystemInfo], [Threading.Thread], [Threading.Tasks.Task], [Threading.WaitHandle], [scriptblock], [securestring], [xml.XmlNode], [uri], [version],
[cultureinfo], [Text.Encoding], [Net.IPAddress], [Management.Automation.CommandInfo], [psmoduleinfo], [runspace], [Management.Automation.SessionState]

# How values of a type are written: as they are, as text, or by what is in them.
function Get-LkShape([type] $Type) {
    foreach ($one in $LkEndless) { if ($one.IsAssignableFrom($Type)) { return 'text' } }
    if ($Type -eq [string] -or $Type.IsEnum -or $Type -in [datetime], [DateTimeOffset], [guid], [decimal]) { 'plain' }
    elseif ($Type -eq [switch]) { 'flag' }
    elseif ($Type.IsPrimitive) { if ($Type -in [IntPtr], [UIntPtr], [char]) { 'text' } else { 'plain' } }
    elseif ([Collections.IDictionary].IsAssignableFrom($Type)) { 'table' }
    elseif ([Collections.IEnumerable].IsAssignableFrom($Type)) { 'list' }
    elseif ($Type.IsValueType -and -not $Type.IsGenericType) { 'text' }
    else { 'object' }
}

# A copy of lists, tables and plain values alone, not too deep; $Left says how many values and until when.
function Copy-LkValue($Value, [int] $Depth, [hashtable] $Shapes, [hashtable] $Left, $Wanted) {
    if ($null -eq $Value) { return }
    if ([Environment]::TickCount64 -gt $Left.Until) { $Left.Count = 0 }
    $bare = $Value.PSObject.BaseObject
    $type = $bare.GetType()
    $shape = $Shapes[$type]
    if (-not $shape) { $shape = $Shapes[$type] = Get-LkShape $type }
    if ($shape -eq 'plain') { return $bare }
    if ($shape -eq 'flag') { return [bool] $bare }
    if (($shape -eq 'text' -and $Depth) -or $Depth -gt 9) { return Limit-LkText "$bare" 1000 }
    # Most values are plain: no call for them.
    if ($shape -eq 'list') {
        $list = [Collections.Generic.List[object]]::new()
        foreach ($one in $bare) {
            if (--$Left.Count -lt 0) { throw $Left.Message }
            $plain = $null -eq $one -or $Shapes[$one.GetType()] -eq 'plain'
            $list.Add($(if ($plain) { $one } else { , (Copy-LkValue $one ($Depth + 1) $Shapes $Left) }))
        }
        return , $list
    }
    $table = [ordered]@{}
    foreach ($entry in $(if ($shape -eq 'table') { $bare.GetEnumerator() } else { $Value.PSObject.Properties })) {
        if ($Wanted -and $entry.Name -notin $Wanted) { continue }
        if (--$Left.Count -lt 0) { throw $Left.Message }
        try { $one = $entry.Value } catch { $one = $null }
        if ($null -eq $one) { $table["$($entry.Name)"] = $null }
        elseif ($Shapes[$one.GetType()] -eq 'plain') { $table["$($entry.Name)"] = $one.PSObject.BaseObject }
        else { $table["$($entry.Name)"] = Copy-LkValue $one ($Depth + 1) $Shapes $Left }
    }
    $table
}

# Runs a cmdlet: a table with result or error, and what it said besides. Gives nothing when the module leaves by break or exit.
function Invoke-LkCmdlet([string] $Name, [hashtable] $Parameters, [object[]] $Wanted, [string] $OnError) {
    # Modules look at the global preferences, and may have changed them.
    $global:ErrorActionPreference = $OnError
    $global:WarningPreference = 'Continue'
    $global:ProgressPreference = $global:InformationPreference = $global:VerbosePreference = $global:DebugPreference = 'SilentlyContinue'
    $global:ConfirmPreference = 'None'
    $global:WhatIfPreference = $false
    $global:Error.Clear()
    $found = [Collections.Generic.List[object]]::new()
    $said = [Collections.Generic.List[string]]::new()
    $warned = [Collections.Generic.List[string]]::new()
    $reading = $Name -match '^Get-'
    $shapes = @{}
    $answer = @{}
    try {
        # Emergency numbers are objects that only the module makes. A list replaces; "add" would begin with the Global policy's.
        if ($Name -match '^(New|Set)-CsTeamsEmergencyCallRoutingPolicy$') {
            $taken = $Parameters.EmergencyNumbers -is [Collections.IDictionary]
            $listed = if ($taken) { $Parameters.EmergencyNumbers.remove } else { $Parameters.EmergencyNumbers }
            $numbers = @(foreach ($number in $listed) { New-CsTeamsEmergencyNumber @number -ErrorAction $OnError })
            if ($taken) { $numbers = @{ remove = $numbers } }
            $Parameters.EmergencyNumbers = $numbers
        }
        foreach ($written in & $Name @Parameters -ErrorAction $OnError 2>&1 3>&1 4>$null 5>$null) {
            # A list that was written whole is its entries.
            foreach ($one in $(if ($written -is [Collections.IList]) { $written } else { , $written })) {
                if ($null -eq $one) { continue }
                $bare = $one.PSObject.BaseObject
                if ($bare -is [Management.Automation.WarningRecord]) { $warned.Add((Limit-LkText "$bare" 500)) }
                elseif ($bare -is [string] -or $bare -is [ValueType]) { $said.Add((Limit-LkText "$bare" 500)) }
                elseif ($refusal = Get-LkRefusal $one) { if (-not $answer.error) { $answer.error = $refusal } }
                elseif ($bare.GetType().Namespace -like 'Microsoft.PowerShell.Commands.Internal.Format*') { continue }
                elseif (-not $reading) { $found.Add($bare.GetType().Name) }
                else { $found.Add((Copy-LkValue $one 0 $shapes @{ Count = 20000; Until = [Environment]::TickCount64 + 4000; Message = 'An object of the cmdlet has no end.' } $Wanted)) }
            }
        }
        # What a write prints is no result, so nothing in it can fail; of a sign-in only that there is something.
        if ($answer.error) { }
        elseif ($reading) { $answer.result = $found }
        else { $answer.result = @(); if ($Name -eq 'Connect-MicrosoftTeams') { $answer.result = [bool] $found.Count } }
    } catch {
        $answer = @{ error = Get-LkComplaint $_ }
    }
    if ($warned) { $answer.warnings = @($warned | Select-Object -First 20) }
    if ($said) { $answer.notes = @($said | Select-Object -First 20) }
    $answer
}

# ---- this side -------------------------------------------------------------------------------------------------------

function Open-Room {
    $state = [initialsessionstate]::CreateDefault2()
    # Constant, so that no module can put its own in their place.
    foreach ($function in Get-Item 'function:*-Lk*') {
        $state.Commands.Add([Management.Automation.Runspaces.SessionStateFunctionEntry]::new($function.Name, $function.Definition, 'Constant', ''))
    }
    $state.Variables.Add([Management.Automation.Runspaces.SessionStateVariableEntry]::new('LkEndless', $LkEndless, '', [Management.Automation.ScopedItemOptions]::Constant))
    $room = [runspacefactory]::CreateRunspace($Host, $state)
    $room.ThreadOptions = 'ReuseThread'
    $room.Open()
    $room
}

# Runs a cmdlet in the module's runspace; whatever it does there is an answer here.
function Invoke-Inside([string] $Name, $Parameters = @{}, $Wanted = @(), [string] $OnError = 'Stop') {
    $shell = [powershell]::Create()
    try {
        $shell.Runspace = $Room
        $null = $shell.AddCommand('Invoke-LkCmdlet').AddParameters(@{ Name = $Name; Parameters = $Parameters; Wanted = $Wanted; OnError = $OnError })
        $answers = [Management.Automation.PSDataCollection[psobject]]::new()
        $null = $shell.BeginInvoke($Nothing, $answers).AsyncWaitHandle.WaitOne()
        if ($answers.Count -eq 1 -and $answers[0].PSObject.BaseObject -is [hashtable]) { return $answers[0].PSObject.BaseObject }
        $why = $shell.InvocationStateInfo.Reason
        $message = if ($why) { "'$Name' was stopped: $(Limit-LkText $why.Message 1000)" } else { "'$Name' ended without an answer (break, continue or exit in the module)." }
        @{ error = @{ message = $message; category = 'OperationStopped'; errorId = ''; status = 0 } }
    } finally { $shell.Dispose() }
}

# JSON as it stands: ConvertFrom-Json would turn text that looks like a date into a date.
function ConvertFrom-Element([Text.Json.JsonElement] $Element) {
    switch ($Element.ValueKind) {
        'String' { return $Element.GetString() }
        'Number' {
            $whole = [long] 0
            if (-not $Element.TryGetInt64([ref] $whole)) { return $Element.GetDouble() }
            if ($whole -ge [int]::MinValue -and $whole -le [int]::MaxValue) { return [int] $whole }
            return $whole
        }
        'True' { return $true }
        'False' { return $false }
        'Array' { return , @(foreach ($item in $Element.EnumerateArray()) { ConvertFrom-Element $item }) }
        'Object' {
            $table = @{}
            foreach ($property in $Element.EnumerateObject()) { $table[$property.Name] = ConvertFrom-Element $property.Value }
            return $table
        }
        default { return $null }
    }
}

# The certificate of a file with its key, whatever the file is called. Only RSA keys can sign in.
function Get-Certificate([string] $File, [string] $Password) {
    $type = [Security.Cryptography.X509Certificates.X509Certificate2]
    $text = [IO.File]::ReadAllText($File)
    $certificate = if (-not $text.Contains('-----BEGIN ')) { $type::new($File, $Password) }
    elseif ($text.Contains('-----BEGIN ENCRYPTED PRIVATE KEY-----')) { $type::CreateFromEncryptedPemFile($File, $Password) }
    else { $type::CreateFromPemFile($File) }
    if (-not [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($certificate)) {
        throw 'The certificate has no RSA key, and without one nobody can sign in.'
    }
    $certificate
}

function Connect-Tenant([hashtable] $SignIn) {
    $parameters = switch -CaseSensitive ($SignIn['method']) {
        # The order matters: Microsoft Graph first, Teams second.
        'access-tokens' { @{ TenantId = $SignIn['tenantId']; AccessTokens = @($SignIn['graphToken'], $SignIn['teamsToken']) } }
        'certificate' { @{ TenantId = $SignIn['tenantId']; ApplicationId = $SignIn['appId']; Certificate = Get-Certificate $SignIn['file'] $SignIn['password'] } }
        default { throw "The sign-in '$($SignIn['method'])' is not known to this host." }
    }
    # A second sign-in over a first may look well and not work.
    if ($script:Connected) { $null = Invoke-Inside 'Disconnect-MicrosoftTeams' }
    $script:Connected = $true
    $answer = Invoke-Inside 'Connect-MicrosoftTeams' $parameters
    if (-not $answer['error'] -and -not $answer['result']) {
        $answer = @{ error = @{ message = "Connect-MicrosoftTeams gave no context. $($answer['warnings']) $($answer['notes'])".Trim(); errorId = ''; status = 0 } }
    }
    $answer
}

function Read-Module {
    $loaded = Invoke-Inside 'Import-Module' @{ Name = 'MicrosoftTeams' } @() 'Continue'
    $found = Invoke-Inside 'Get-Module' @{ Name = 'MicrosoftTeams' } @('Version')
    if (-not $found['result']) { return $loaded['error'] ? $loaded : @{ error = @{ message = 'The module MicrosoftTeams was not loaded.'; errorId = ''; status = 0 } } }
    # An error while the module loads is told, and harmless when it is there.
    @{ result = @{ module = "$($found.result[0].Version)"; powerShell = "$($PSVersionTable.PSVersion)" }; notes = @(if ($loaded['error']) { $loaded.error.message }) }
}

function Invoke-Allowed([string] $Name, $Parameters, $Wanted) {
    if (-not $Allowed.ContainsKey($Name)) { throw "The cmdlet '$Name' is not on the list of this host." }
    foreach ($parameter in $Parameters.PSBase.Keys) {
        if ($Allowed[$Name] -notcontains $parameter) { throw "'$Name' may not be given the parameter '$parameter'." }
    }
    Invoke-Inside $Name $Parameters $Wanted
}

function Get-Reply($Request) {
    switch -CaseSensitive ($Request['call']) {
        'version' { Read-Module }
        'connect' { Connect-Tenant $Request['signIn'] }
        'invoke' { Invoke-Allowed $Request['cmdlet'] $Request['parameters'] $Request['properties'] }
        default { throw "The call '$_' is not known to this host." }
    }
}

$Connected = $false
$Room = Open-Room
$Nothing = [Management.Automation.PSDataCollection[psobject]]::new()
$Nothing.Complete()
$marker = $null
while ($null -ne ($line = $Reader.ReadLine())) {
    $id = $null
    try {
        $document = [Text.Json.JsonDocument]::Parse($line, [Text.Json.JsonDocumentOptions] @{ MaxDepth = 200 })
        $id = $document.RootElement.GetProperty('id').GetString()
        $request = ConvertFrom-Element $document.RootElement
        $document.Dispose()
        if ($null -eq $marker) { $marker = $request['marker'] }
        $reply = Get-Reply $request
    } catch {
        $reply = @{ error = Get-LkComplaint $_ }
    }
    $reply.id = $id
    $json = try { ConvertTo-Json -InputObject $reply -Depth 20 -EnumsAsStrings -Compress } catch { '' }
    if (-not $json -or [Text.Encoding]::UTF8.GetByteCount($json) -gt $LongestReply) {
        $json = ConvertTo-Json -Compress @{ id = $id; error = @{ message = 'The answer is too large, or cannot be written as JSON.'; errorId = ''; status = 0 } }
    }
    # Without the first message there is nobody to answer.
    if ($marker) { $Writer.WriteLine($marker + $json); $Writer.Flush() }
}
$Room.Dispose()
exit 0
