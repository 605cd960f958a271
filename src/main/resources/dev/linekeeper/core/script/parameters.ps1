[CmdletBinding(SupportsShouldProcess)]
param(
    # What became of each step, to be given back to Linekeeper.
    [string] $AnswerFile,
    # Everything the script says, run after run.
    [string] $TranscriptFile,
    # How long a change may take until it can be read back.
    [ValidateRange(0, 60)] [int] $WaitMinutes = 5
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$Cmdlet = $PSCmdlet
