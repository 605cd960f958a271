// The workspace all logs go to. Its keys are switched off: who reads or writes signs in.
import { tagged } from 'types.bicep'

param name string
param location string
param tags tagged

@minValue(30)
@maxValue(730)
param retentionInDays int

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionInDays
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

output workspaceId string = workspace.id
