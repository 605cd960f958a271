// Linekeeper in one resource group, made by infra/deploy.sh; who needs which role at which step: src/docs/operate/install-azure.md.
// What the identities may do in Entra and Graph is granted afterwards: src/docs/tenant-setup.md.
targetScope = 'resourceGroup'

import { tagged, administrator } from 'modules/types.bicep'

@description('Prefix of all names: lower-case letters and digits')
@minLength(3)
@maxLength(12)
param name string = 'linekeeper'

@description('Ending of the names that must be unique in all of Azure; another one to install anew beside a deleted vault')
@minLength(5)
@maxLength(13)
param suffix string = uniqueString(resourceGroup().id)

param location string = resourceGroup().location
param tags tagged = { application: 'linekeeper' }

@description('Image in the registry made here, such as linekeeper:0.1.0; empty for a placeholder until there is one')
param image string = ''

@description('Entra group ids, separated by commas: who may ask for changes')
param adminGroups string = ''

@description('Entra group ids, separated by commas: who may approve; without one nothing can be approved')
param approverGroups string = ''

@description('Entra group ids, separated by commas: who may look at people')
param helpdeskGroups string = ''

@description('Entra group ids, separated by commas: who may read the audit trail')
param auditorGroups string = ''

@description('Entra group ids, separated by commas: who answers for the set-up')
param ownerGroups string

@description('Entra group ids, separated by commas: who may attest what no API tells; empty for voice admins')
param attesterGroups string = ''

@description('The most that can be chosen in the chat, and what the bot starts with; empty: read-only at first, then what owners choose')
param mode '' | 'read-only' | 'dry-run' | 'live' = ''

@description('Id of the app in the Teams catalogue, known once it is uploaded; empty until then')
param teamsAppId string = ''

@description('Content of /app/config/application.yaml: settings that no environment variable can carry')
@secure()
@minLength(1)
param settings string

@description('Who makes the app\'s role in the database; it needs no right in Azure')
param databaseAdministrator administrator

@description('Size of the database')
param databaseSku 'Standard_B2s' | 'Standard_B2ms' | 'Standard_D2ds_v5' | 'Standard_D4ds_v5' = 'Standard_B2s'

@description('A second database server in another zone, not for burstable sizes')
param databaseHighlyAvailable bool = false

@description('Days a backup of the database is kept')
@minValue(7)
@maxValue(35)
param backupDays int = 14

@description('Days logs are kept')
@minValue(30)
@maxValue(730)
param logDays int = 30

@description('Log search alerts, once there is an image of ours; each costs by how often it looks')
param alerts bool = false

@description('Address that alerts are mailed to; empty for none')
param alertMail string = ''

@description('Resource ids of action groups that alerts tell too')
param actionGroups string[] = []

@minValue(2)
@maxValue(10)
param minReplicas int = 2

@minValue(2)
@maxValue(10)
param maxReplicas int = 3

@description('A workload profile of its own, such as D4; empty for Consumption')
param workloadProfile string = ''

@description('Database, vault and share reachable from a virtual network alone. An environment cannot be moved into a network later')
param privateNetwork bool = false

@description('Addresses of that network, /22 or larger')
param networkAddresses string = '10.90.0.0/22'

@description('Forbid to delete database, share and vault; whoever deploys then needs Owner or User Access Administrator')
param lock bool = false

@description('Bring back the vault that was deleted with the last installation here')
param recoverVault bool = false

// What Microsoft lets users have of a server of this size. During an update old and new replicas are there together.
var connections = {
  Standard_B2s: 414
  Standard_B2ms: 844
  Standard_D2ds_v5: 844
  Standard_D4ds_v5: 1703
}
var poolSize = min(10, connections[databaseSku] / (2 * maxReplicas))

module identities 'modules/identities.bicep' = {
  name: '${name}-identities'
  params: { name: name, location: location, tags: tags }
}

module registry 'modules/registry.bicep' = {
  name: '${name}-registry'
  params: {
    name: '${name}${suffix}'
    location: location
    tags: tags
    pullerId: identities.outputs.host.principalId
  }
}

module monitor 'modules/monitor.bicep' = {
  name: '${name}-monitor'
  params: {
    name: '${name}-logs'
    location: location
    tags: tags
    retentionInDays: logDays
    alerts: alerts && !empty(image)
    alertMail: alertMail
    actionGroups: actionGroups
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: '${name}-network'
  params: { name: name, location: location, tags: tags, addressPrefix: networkAddresses }
}

module vault 'modules/vault.bicep' = {
  name: '${name}-vault'
  params: {
    name: take('${name}${suffix}', 24)
    location: location
    tags: tags
    readerId: identities.outputs.host.principalId
    workspaceId: monitor.outputs.workspaceId
    isPrivate: privateNetwork
    at: network.?outputs.vault
    lock: lock
    recover: recoverVault
    settings: settings
  }
}

module store 'modules/store.bicep' = {
  name: '${name}-store'
  params: {
    name: '${name}-${suffix}'
    storageName: take('${name}${suffix}', 24)
    location: location
    tags: tags
    workspaceId: monitor.outputs.workspaceId
    isPrivate: privateNetwork
    databaseAt: network.?outputs.database
    shareAt: network.?outputs.share
    lock: lock
    sku: databaseSku
    highlyAvailable: databaseHighlyAvailable
    backupDays: backupDays
    databaseAdministrator: databaseAdministrator
  }
}

// After all of the others: the right to pull, the right to read the vault, the database with its firewall rule.
module app 'modules/app.bicep' = {
  name: '${name}-app'
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: monitor.outputs.workspaceId
    registryServer: registry.outputs.server
    bot: identities.outputs.bot
    reads: identities.outputs.reads
    writes: identities.outputs.writes
    host: identities.outputs.host
    image: image
    mode: mode
    teamsAppId: teamsAppId
    roles: {
      admin: adminGroups
      approver: approverGroups
      helpdesk: helpdeskGroups
      auditor: auditorGroups
      owner: ownerGroups
      attester: attesterGroups
    }
    databaseHost: store.outputs.databaseHost
    database: store.outputs.database
    poolSize: poolSize
    storageName: store.outputs.storageName
    shareName: store.outputs.shareName
    settingsUri: vault.outputs.settingsUri
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    subnetId: network.?outputs.appSubnetId ?? ''
    workloadProfile: workloadProfile
  }
}

module bot 'modules/bot.bicep' = {
  name: '${name}-bot'
  params: {
    name: '${name}-bot-${suffix}'
    tags: tags
    displayName: 'Linekeeper'
    endpoint: 'https://${app.outputs.fqdn}/api/messages'
    appId: identities.outputs.bot.clientId
    identityId: identities.outputs.bot.id
  }
}

output tenantId string = tenant().tenantId
output botId string = identities.outputs.bot.clientId
output botPrincipal string = identities.outputs.bot.principalId
output botDomain string = app.outputs.fqdn
output readsPrincipal string = identities.outputs.reads.principalId
output writesPrincipal string = identities.outputs.writes.principalId
output databaseHost string = store.outputs.databaseHost
output databaseRole string = identities.outputs.host.name
output databaseIdentity string = identities.outputs.host.principalId
output registryName string = registry.outputs.name
output registryServer string = registry.outputs.server
output appName string = app.outputs.name
