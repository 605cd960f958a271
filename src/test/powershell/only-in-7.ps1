# Prints, a line each, what in a script Windows PowerShell 5.1 does not know: only-in-7.ps1 FILE
# A list of what PowerShell 7 added, looked for in the parsed script; there is no 5.1 to ask.
param([string] $File)
$tokens = $null
$errors = $null
$script = [Management.Automation.Language.Parser]::ParseFile($File, [ref] $tokens, [ref] $errors)
foreach ($wrong in $errors) { "$($wrong.Extent.StartLineNumber): $($wrong.Message)" }
$Kinds = 'QuestionMark', 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket', 'AndAnd', 'OrOr', 'Clean'
foreach ($token in $tokens) { if ("$($token.Kind)" -in $Kinds) { "$($token.Extent.StartLineNumber): $($token.Text)" } }
$Parameters = @{
    'ForEach-Object' = 'Parallel', 'ThrottleLimit', 'TimeoutSeconds', 'AsJob'
    'ConvertFrom-Json' = 'AsHashtable', 'Depth', 'NoEnumerate', 'DateKind'
    'ConvertTo-Json' = 'AsArray', 'EnumsAsStrings', 'EscapeHandling'
    'Invoke-RestMethod' = 'Authentication', 'Token', 'SkipHttpErrorCheck', 'StatusCodeVariable', 'FollowRelLink', 'ResponseHeadersVariable', 'MaximumRetryCount', 'RetryIntervalSec', 'SkipHeaderValidation', 'Form', 'AllowUnencryptedAuthentication'
    'Invoke-WebRequest' = 'Authentication', 'Token', 'SkipHttpErrorCheck', 'MaximumRetryCount', 'RetryIntervalSec', 'Form', 'SkipHeaderValidation'
    'ConvertFrom-SecureString' = , 'AsPlainText'
    'Get-Content' = , 'AsByteStream'; 'Set-Content' = , 'AsByteStream'
    'Split-Path' = 'LeafBase', 'Extension'
    'Select-String' = 'Raw', 'NoEmphasis'; 'Sort-Object' = 'Top', 'Bottom', 'Stable'
    'Get-Date' = 'AsUTC', 'UnixTimeSeconds'; 'Join-Path' = , 'Extension'; 'Measure-Object' = 'StandardDeviation', 'AllStats'
    'Export-Csv' = 'QuoteFields', 'UseQuotes', 'NoHeader'; 'ConvertTo-Csv' = 'QuoteFields', 'UseQuotes', 'NoHeader'
}
$Cmdlets = 'Join-String', 'Test-Json', 'Get-Error', 'ConvertFrom-Markdown', 'Show-Markdown', 'Remove-Alias', 'Get-Uptime', 'Get-SecureRandom'
$Values = 'utf8NoBOM', 'utf8BOM', 'ansi'
$Variables = 'IsWindows', 'IsLinux', 'IsMacOS', 'IsCoreCLR', 'PSNativeCommandUseErrorActionPreference', 'PSStyle'
foreach ($command in $script.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)) {
    $name = $command.GetCommandName()
    if ($name -in $Cmdlets) { "$($command.Extent.StartLineNumber): $name" }
    foreach ($element in $command.CommandElements) {
        if ($element -is [Management.Automation.Language.CommandParameterAst] -and $name -and @($Parameters[$name] | Where-Object { $_ -and $element.ParameterName.Length -gt 1 -and $_ -like "$($element.ParameterName)*" })) {
            "$($element.Extent.StartLineNumber): $name $($element.Extent.Text)"
        }
        if ($element -is [Management.Automation.Language.StringConstantExpressionAst] -and $element.Value -in $Values) { "$($element.Extent.StartLineNumber): $($element.Value)" }
    }
}
foreach ($variable in $script.FindAll({ $args[0] -is [Management.Automation.Language.VariableExpressionAst] }, $true)) {
    if ($variable.VariablePath.UserPath -in $Variables) { "$($variable.Extent.StartLineNumber): $($variable.Extent.Text)" }
}
