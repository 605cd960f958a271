# The manifest of the stand-in: the name of the real module.
@{
    RootModule = 'MicrosoftTeams.psm1'
    ModuleVersion = '7.9.0'
    GUID = '5b1f1c0e-6a5e-4b6e-9d3c-7f0a5d1f2b11'
    Author = 'Linekeeper'
    Description = 'A stand-in for tests, not the real module'
    PowerShellVersion = '5.1'
    FunctionsToExport = '*'
    CmdletsToExport = @()
    AliasesToExport = @()
}
