# The stand-in module answers with a whole tenant: a file of objects for each cmdlet, in pages, filtered, and refused where asked.
function Get-Answer([string] $Name, $Bound) {
    if ("$env:STANDIN_REFUSED" -eq $Name) { throw [Management.Automation.ErrorRecord]::new([InvalidOperationException]::new('Access Denied.'), 'Forbidden', 'PermissionDenied', $null) }
    $all = @(ConvertFrom-Json ([IO.File]::ReadAllText("$env:STANDIN_ANSWERS/$Name.json")) -AsHashtable -DateKind String)
    if ($Bound['Identity']) {
        $all = @($all | Where-Object { $_.Id -eq $Bound['Identity'] })
        if (-not $all) { throw [Management.Automation.ErrorRecord]::new([InvalidOperationException]::new('The server responded with a Request Error, Status: NotFound'), 'NotFound', 'InvalidOperation', $null) }
    }
    if ($Bound['PolicyType']) { $all = @($all | Where-Object { $_.PolicyType -eq $Bound['PolicyType'] }) }
    if ("$($Bound['Filter'])" -match "^(\w+) -eq '(\w+)'$") { $all = @($all | Where-Object { "$($_[$Matches[1]])" -eq $Matches[2] }) }
    foreach ($skip in 'Skip', 'NumberOfResultsToSkip') { if ($Bound[$skip]) { $all = @($all | Select-Object -Skip $Bound[$skip]) } }
    foreach ($most in 'Top', 'First', 'ResultSize') { if ($Bound[$most]) { $all = @($all | Select-Object -First $Bound[$most]) } }
    # What the real cmdlets print beside their objects.
    if ($Name -eq 'Get-CsAutoAttendant') { 'Correlation id for this request : 00000000-0000-0000-0000-000000000000'; $null }
    foreach ($values in $all) { ConvertTo-ModuleObject $Name $values }
}

# Since 7.3.1; the module of the trials does not have it.
function global:Get-CsPhoneNumberPolicyAssignment {
    [CmdletBinding()] param([string] $TelephoneNumber, [string] $PolicyType, [string] $PolicyName)
    if ("$env:STANDIN_REFUSED" -eq 'Get-CsPhoneNumberPolicyAssignment') { throw 'Access Denied.' }
    foreach ($one in ConvertFrom-Json ([IO.File]::ReadAllText("$env:STANDIN_ANSWERS/Get-CsPhoneNumberPolicyAssignment.json"))) {
        if (-not $PolicyType -or $one.PolicyType -eq $PolicyType) { $one }
    }
}
