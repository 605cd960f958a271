# .EXAMPLE
# Connect-MicrosoftTeams; ./{file} -WhatIf
# Shows what would be done. Open a new window for it: a newer module beside an older one that is loaded already does not work.
# .EXAMPLE
# ./{file} -Confirm
# Asks before each step.
# .NOTES
# Exit code 0: everything is as planned, or you said no; 1: something is open, and the last line says what.
# Outcomes in the answer file: done, skipped (was so already), accepted (does not show yet), interrupted (nobody knows yet), failed, not-done.
# Run it again whenever you like: what is so already is not written again.
# To go back: say 'undo {request}' to Linekeeper, or run by hand what the answer file has as undo, last step first.
# It is not signed. Compare Get-FileHash with the SHA-256 that Linekeeper printed; where scripts must be signed, read it and sign it yourself.
