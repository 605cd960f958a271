// The registry, and the right to pull from it before anybody does. No admin user: who pushes has AcrPush, who pulls AcrPull.
import { tagged } from 'types.bicep'

param name string
param location string
param tags tagged
param pullerId string

var acrPull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')

resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Standard' }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
    // AcrPull counts only while roles are assigned on the registry as a whole.
    roleAssignmentMode: 'LegacyRegistryPermissions'
  }
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, pullerId, acrPull)
  properties: {
    principalId: pullerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: acrPull
  }
}

output server string = registry.properties.loginServer
output name string = registry.name
