// PostgreSQL, signed in to by Entra identities alone, and the share for the heads of the audit trail, which none of them can write to.
import { tagged, place, administrator } from 'types.bicep'

param name string
param storageName string
param location string
param tags tagged
param workspaceId string
param isPrivate bool

@description('Where the private addresses are, when they are private')
param databaseAt place?
param shareAt place?
param lock bool
param sku string
param highlyAvailable bool

@description('Days a backup is kept')
@minValue(7)
@maxValue(35)
param backupDays int

param databaseAdministrator administrator

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku, tier: startsWith(sku, 'Standard_B') ? 'Burstable' : 'GeneralPurpose' }
  properties: {
    version: '17'
    authConfig: { activeDirectoryAuth: 'Enabled', passwordAuth: 'Disabled', tenantId: tenant().tenantId }
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: backupDays, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: highlyAvailable ? 'ZoneRedundant' : 'Disabled' }
    network: { publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled' }
  }

  // One after the other: the server takes one change at a time.
  resource schema 'databases' = {
    name: 'linekeeper'
    properties: { charset: 'UTF8', collation: 'en_US.utf8' }
  }

  // Lets in every address of Azure, other customers' too: Entra's token and TLS are what guards the data then.
  resource azureOnly 'firewallRules' = if (!isPrivate) {
    name: 'azure-services'
    dependsOn: [schema]
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  }

  resource administrators 'administrators' = if (!empty(databaseAdministrator.id)) {
    name: databaseAdministrator.id
    dependsOn: [schema, azureOnly]
    properties: {
      principalName: databaseAdministrator.name
      principalType: databaseAdministrator.type
      tenantId: tenant().tenantId
    }
  }
}

module databaseEndpoint 'endpoint.bicep' = if (isPrivate) {
  name: '${name}-database-endpoint'
  params: {
    name: '${name}-database'
    location: location
    tags: tags
    at: databaseAt!
    resourceId: server.id
    part: 'postgresqlServer'
  }
}

// Container Apps mounts a share by the account's key alone, so the account has nothing else in it.
resource storage 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: storageName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
  }

  resource files 'fileServices' = {
    name: 'default'
    properties: { shareDeleteRetentionPolicy: { enabled: true, days: 90 } }

    resource anchors 'shares' = {
      name: 'anchors'
      properties: { shareQuota: 1 }
    }
  }
}

module shareEndpoint 'endpoint.bicep' = if (isPrivate) {
  name: '${name}-share-endpoint'
  params: {
    name: '${name}-share'
    location: location
    tags: tags
    at: shareAt!
    resourceId: storage.id
    part: 'file'
  }
}

// The newest there is; the stable one of 2016 knows no groups of categories.
#disable-next-line use-recent-api-versions
resource logged 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: server
  name: 'logs'
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'audit', enabled: true }] }
}

resource serverKept 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  scope: server
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'Linekeeper\'s requests and audit trail' }
}

resource shareKept 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  scope: storage
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'The heads of Linekeeper\'s audit trail' }
}

output databaseHost string = server.properties.fullyQualifiedDomainName
output database string = server::schema.name
output storageName string = storage.name
output shareName string = storage::files::anchors.name
