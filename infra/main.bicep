// Linekeeper in one resource group: bot registration, container app, PostgreSQL, key vault, log, a share for the heads of the audit trail.
// Who deploys needs Contributor and Role Based Access Control Administrator on the resource group.
//   az deployment group create -g linekeeper -f infra/main.bicep -p image=… databasePassword=… adminGroup=… approverGroup=…
// What the three identities may do in Entra and Graph is granted afterwards: src/docs/tenant-setup.md.
targetScope = 'resourceGroup'

@description('Container image of Linekeeper, such as registry/linekeeper:0.1.0')
param image string

@description('Password of the database administrator')
@secure()
param databasePassword string

@description('Prefix of all names; letters and digits')
@minLength(3)
@maxLength(12)
param name string = 'linekeeper'

param location string = resourceGroup().location

@description('Entra group ids, separated by commas: who may ask for changes')
param adminGroup string

@description('Entra group ids, separated by commas: who may approve')
param approverGroup string

@description('read-only until src/docs/tenant-setup.md says otherwise')
@allowed(['read-only', 'dry-run', 'live'])
param mode string = 'read-only'

@description('Id of the app in the Teams catalogue, known once it is uploaded; empty until then')
param teamsAppId string = ''

@description('Server of the private registry the image is in, such as example.azurecr.io; empty for a public image')
param registry string = ''

var suffix = uniqueString(resourceGroup().id)
var secretsReader = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

// Three identities instead of secrets: who answers a question never holds the right to change something.
// The bot's: Teams and the installation of its own app.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-bot'
  location: location
}

resource reads 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-reads'
  location: location
}

// Also signs in to Teams PowerShell.
resource writes 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-writes'
  location: location
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}${suffix}', 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    enableSoftDelete: true
  }
}

resource password 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'database-password'
  properties: { value: databasePassword }
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identity.id, secretsReader)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsReader
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${suffix}'
  location: location
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '17'
    administratorLogin: 'linekeeper'
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 14 }
  }

  resource schema 'databases' = {
    name: 'linekeeper'
  }

  // This rule lets in every address of Azure, other customers' too; the password and TLS are what guards the data. A virtual
  // network with a private endpoint is better where there is one.
  resource azureOnly 'firewallRules' = {
    name: 'azure-services'
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: { customerId: logs.properties.customerId, sharedKey: logs.listKeys().primarySharedKey }
    }
  }
}

// Where each replica notes the head of the audit trail: the database's account has no way here. Container Apps mounts a share
// by the account's key alone, so the account has nothing else in it.
resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('${toLower(name)}${suffix}', 24)
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: { minimumTlsVersion: 'TLS1_2', supportsHttpsTrafficOnly: true, allowBlobPublicAccess: false }

  resource files 'fileServices' = {
    name: 'default'
    properties: { shareDeleteRetentionPolicy: { enabled: true, days: 90 } }

    resource anchors 'shares' = {
      name: 'anchors'
      properties: { shareQuota: 1 }
    }
  }
}

resource anchors 'Microsoft.App/managedEnvironments/storages@2024-03-01' = {
  parent: environment
  name: 'anchors'
  properties: {
    azureFile: {
      accountName: storage.name
      accountKey: storage.listKeys().keys[0].value
      shareName: storage::files::anchors.name
      accessMode: 'ReadWrite'
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {}, '${reads.id}': {}, '${writes.id}': {} }
  }
  dependsOn: [mayReadSecrets]
  properties: {
    environmentId: environment.id
    configuration: {
      ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }
      registries: empty(registry) ? [] : [{ server: registry, identity: identity.id }]
      secrets: [{ name: 'database-password', keyVaultUrl: password.properties.secretUri, identity: identity.id }]
    }
    template: {
      containers: [
        {
          name: 'linekeeper'
          image: image
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: [
            { name: 'LINEKEEPER_BACKEND', value: 'tenant' }
            { name: 'LINEKEEPER_MODE', value: mode }
            { name: 'LINEKEEPER_ROLES_ADMIN', value: adminGroup }
            { name: 'LINEKEEPER_ROLES_APPROVER', value: approverGroup }
            { name: 'LINEKEEPER_BOT_APP_ID', value: identity.properties.clientId }
            { name: 'LINEKEEPER_BOT_TENANT_ID', value: tenant().tenantId }
            { name: 'LINEKEEPER_BOT_CREDENTIAL', value: 'managed-identity' }
            { name: 'LINEKEEPER_BOT_TEAMS_APP_ID', value: teamsAppId }
            { name: 'LINEKEEPER_GRAPH_READS_APP_ID', value: reads.properties.clientId }
            { name: 'LINEKEEPER_GRAPH_READS_CREDENTIAL', value: 'managed-identity' }
            { name: 'LINEKEEPER_GRAPH_WRITES_APP_ID', value: writes.properties.clientId }
            { name: 'LINEKEEPER_GRAPH_WRITES_CREDENTIAL', value: 'managed-identity' }
            { name: 'LINEKEEPER_AUDIT_ANCHOR_FILE', value: '/anchors' }
            { name: 'LINEKEEPER_POWERSHELL_SIGN_IN', value: 'access-tokens' }
            { name: 'LINEKEEPER_POWERSHELL_CLIENT_ID', value: writes.properties.clientId }
            { name: 'SPRING_DATASOURCE_URL', value: 'jdbc:postgresql://${database.properties.fullyQualifiedDomainName}/linekeeper?sslmode=require' }
            { name: 'SPRING_DATASOURCE_USERNAME', value: 'linekeeper' }
            { name: 'SPRING_DATASOURCE_PASSWORD', secretRef: 'database-password' }
          ]
          volumeMounts: [{ volumeName: 'anchors', mountPath: '/anchors' }]
          probes: [
            { type: 'Startup', httpGet: { path: '/actuator/health/liveness', port: 3978 }, periodSeconds: 5, failureThreshold: 24 }
            { type: 'Liveness', httpGet: { path: '/actuator/health/liveness', port: 3978 } }
            { type: 'Readiness', httpGet: { path: '/actuator/health/readiness', port: 3978 } }
          ]
        }
      ]
      volumes: [
        {
          name: 'anchors'
          storageType: 'AzureFile'
          storageName: anchors.name
          mountOptions: 'uid=10001,gid=10001,dir_mode=0700,file_mode=0600'
        }
      ]
      scale: { minReplicas: 1, maxReplicas: 3 }
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Linekeeper'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
  }
}

output tenantId string = tenant().tenantId
output readsId string = reads.properties.clientId
output readsPrincipal string = reads.properties.principalId
output writesId string = writes.properties.clientId
output writesPrincipal string = writes.properties.principalId
output botPrincipal string = identity.properties.principalId
output botId string = identity.properties.clientId
output botDomain string = app.properties.configuration.ingress.fqdn
