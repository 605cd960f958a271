# Makes of the tenant's answers what the real module writes: typed objects, nested objects, enums, dates, and every property
# that the real ones have (teams-shapes.json), null where the tenant has nothing.
$TypeOf = @{
    'Get-CsTeamsSharedCallingRoutingPolicy' = 'Microsoft.Teams.Policy.Administration.Cmdlets.Core.TeamsSharedCallingRoutingPolicy'
    'Get-CsTeamsEmergencyCallingPolicy' = 'Microsoft.Teams.Policy.Administration.Cmdlets.Core.TeamsEmergencyCallingPolicy'
    'Get-CsTeamsCallingPolicy' = 'Microsoft.Teams.Policy.Administration.Cmdlets.Core.TeamsCallingPolicy'
    'Get-CsUserPolicyAssignment' = 'Microsoft.Teams.ConfigAPI.Cmdlets.Generated.Models.EffectivePolicy'
    'Get-CsGroupPolicyAssignment' = 'Microsoft.Teams.ConfigAPI.Cmdlets.Generated.Models.GroupAssignment'
    'Get-CsOnlineApplicationInstance' = 'Microsoft.Rtc.Management.Hosted.Online.Models.OnlineApplicationInstance'
    'Get-CsOnlineApplicationInstanceAssociation' = 'Microsoft.Rtc.Management.Hosted.Online.Models.ApplicationInstanceAssociation'
    'Get-CsAutoAttendant' = 'Microsoft.Rtc.Management.Hosted.OAA.Models.AutoAttendant'
}

# An object of a type, from a dictionary; nested ones by the types of its properties.
function New-Typed([type] $Type, $Values) {
    $made = $Type::new()
    foreach ($property in $Type.GetProperties()) {
        $value = $Values[$property.Name]
        if ($property.CanWrite -and $null -ne $value) { $property.SetValue($made, (ConvertTo-Type $property.PropertyType $value)) }
    }
    $made
}
function ConvertTo-Type([type] $Type, $Value) {
    if ($Type.IsArray -or ($Type.IsGenericType -and $Type.Name -like 'List*')) {
        $inner = $Type.IsArray ? $Type.GetElementType() : $Type.GetGenericArguments()[0]
        $list = [Collections.Generic.List`1].MakeGenericType($inner)::new()
        foreach ($one in $Value) { $list.Add((ConvertTo-Type $inner $one)) }
        if ($Type.IsArray) { return , $list.ToArray() }
        return , $list
    }
    if ($Value -is [Collections.IDictionary]) { return $Type -eq [object] ? [pscustomobject] $Value : (New-Typed $Type $Value) }
    [Management.Automation.LanguagePrimitives]::ConvertTo($Value, $Type, [cultureinfo]::InvariantCulture)
}

# An object with every property of the shape, and a type's name.
function New-Shaped($Shape, $Values) {
    $made = [ordered]@{}
    foreach ($name in $Shape.properties.Keys) { $made[$name] = $null }
    foreach ($name in $Values.Keys) { $made[$name] = ConvertTo-Custom $Values[$name] }
    $object = [pscustomobject] $made
    $object.PSObject.TypeNames.Insert(0, ("$($Shape.type)" -replace ' \(.*'))
    $object
}
function ConvertTo-Custom($Value) {
    if ($Value -is [Collections.IDictionary]) {
        $made = [ordered]@{}
        foreach ($name in $Value.Keys) { $made[$name] = ConvertTo-Custom $Value[$name] }
        return [pscustomobject] $made
    }
    if ($Value -isnot [array]) { return $Value }
    $list = [Collections.Generic.List[object]]::new()
    foreach ($one in $Value) { $list.Add((ConvertTo-Custom $one)) }
    , $list
}

# What nobody needs and everybody gets: policies in the older style have a deep Key.
function Add-Key($Values) {
    $Values.Key = @{
        ScopeClass = 'Tenant'
        SchemaId = @{ XName = @{ name = '{urn:schema:Microsoft.Rtc.Management.Policy.Voice.2008}X' } }
        AuthorityId = @{ Class = 'Tenant'; InstanceId = [guid]::Empty; XmlRoot = @{ name = 'x' } }
        DefaultXml = @{ SchemaId = $null; Data = $null; ConfigObject = @{ a = @{ b = @{ c = 1 } } }; IsModified = $false }
    }
    $Values.ConfigMetadata = @{ Authority = 'Tenant' }
    $Values.ConfigId = "$($Values.Identity)" -replace '^Tag:', ''
}

function ConvertTo-ModuleObject([string] $Name, $Values) {
    $type = $TypeOf[$Name]
    if ($type) { return New-Typed $type $Values }
    $shape = $Shapes[$Name] ?? $Shapes["$Name -Identity"] ?? @{ type = 'System.Management.Automation.PSObject'; properties = @{} }
    if ($shape.properties.Contains('Key')) { Add-Key $Values }
    if ($Name -eq 'Get-CsOnlineUser') { foreach ($date in 'WhenCreated', 'WhenChanged') { if ($Values[$date]) { $Values[$date] = [datetime]::Parse($Values[$date]).ToUniversalTime() } } }
    New-Shaped $shape $Values
}
