// The vault with the settings that are no plain value. What is deleted can be had back for 90 days and by nobody be purged sooner.
import { tagged, place } from 'types.bicep'

param name string
param location string
param tags tagged
param readerId string
param workspaceId string
param isPrivate bool

@description('Where its private address is, when it is private')
param at place?
param lock bool

@description('Bring a deleted vault of this name back, with what was in it')
param recover bool

@secure()
param settings string

var secretsUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6'
)

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' = {
  name: name
  location: location
  tags: tags
  properties: {
    createMode: recover ? 'recover' : 'default'
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: isPrivate ? 'Deny' : 'Allow' }
  }

  resource settingsFile 'secrets' = {
    name: 'settings'
    tags: tags
    properties: { value: settings, contentType: 'application/yaml' }
  }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, readerId, secretsUser)
  properties: {
    principalId: readerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser
  }
}

module endpoint 'endpoint.bicep' = if (isPrivate) {
  name: '${name}-endpoint'
  params: {
    name: '${name}-vault'
    location: location
    tags: tags
    at: at!
    resourceId: vault.id
    part: 'vault'
  }
}

// The newest there is; the stable one of 2016 knows no groups of categories.
#disable-next-line use-recent-api-versions
resource audited 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'audit', enabled: true }] }
}

resource kept 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  scope: vault
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'Linekeeper\'s settings' }
}

output settingsUri string = vault::settingsFile.properties.secretUriWithVersion
