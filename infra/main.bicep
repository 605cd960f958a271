// Linekeeper in one resource group: bot registration, container app, PostgreSQL, key vault.
// Who deploys needs Contributor and User Access Administrator on the resource group.
//   az deployment group create -g linekeeper -f infra/main.bicep -p image=… databasePassword=…
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

var suffix = uniqueString(resourceGroup().id)
var secretsReader = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

// The bot proves who it is with this identity; there is no secret to keep.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
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

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  dependsOn: [mayReadSecrets]
  properties: {
    environmentId: environment.id
    configuration: {
      ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }
      secrets: [{ name: 'database-password', keyVaultUrl: password.properties.secretUri, identity: identity.id }]
    }
    template: {
      containers: [
        {
          name: 'linekeeper'
          image: image
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: [
            { name: 'LINEKEEPER_BOT_APP_ID', value: identity.properties.clientId }
            { name: 'LINEKEEPER_BOT_TENANT_ID', value: tenant().tenantId }
            { name: 'LINEKEEPER_BOT_CREDENTIAL', value: 'managed-identity' }
            { name: 'SPRING_DATASOURCE_URL', value: 'jdbc:postgresql://${database.properties.fullyQualifiedDomainName}/linekeeper?sslmode=require' }
            { name: 'SPRING_DATASOURCE_USERNAME', value: 'linekeeper' }
            { name: 'SPRING_DATASOURCE_PASSWORD', secretRef: 'database-password' }
          ]
          probes: [
            { type: 'Liveness', httpGet: { path: '/actuator/health/liveness', port: 3978 } }
            { type: 'Readiness', httpGet: { path: '/actuator/health/readiness', port: 3978 } }
          ]
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

output botId string = identity.properties.clientId
output botDomain string = app.properties.configuration.ingress.fqdn
