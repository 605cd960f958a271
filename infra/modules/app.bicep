// The environment and the app in it. Every setting of ours is an environment variable here or in the mounted file /app/config/application.yaml.
import { tagged, identity } from 'types.bicep'

param name string
param location string
param tags tagged
param workspaceId string
param registryServer string
param bot identity
param reads identity
param writes identity
param host identity

@description('Our image in the registry; empty for a placeholder, which gets no setting and none of the identities with rights in the tenant')
param image string

param mode '' | 'read-only' | 'dry-run' | 'live'
param teamsAppId string

@description('Entra group ids of each role, separated by commas')
param roles {
  admin: string
  approver: string
  helpdesk: string
  auditor: string
  owner: string
  attester: string
}

param databaseHost string
param database string
param poolSize int
param storageName string
param shareName string

@description('The version of the settings in the vault')
param settingsUri string

@minValue(2)
param minReplicas int

@maxValue(10)
param maxReplicas int

@description('Subnet for the environment; empty for none')
param subnetId string

@description('A workload profile of its own, such as D4; empty for Consumption')
param workloadProfile string

var isPlaceholder = empty(image)
var port = 3978
// Entra's token is the password. Java's own trust store has the roots of Azure's servers; verify-full also compares the host.
var databaseUrl = 'jdbc:postgresql://${databaseHost}/${database}?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory'
var settings = [
  { name: 'LINEKEEPER_BACKEND', value: 'tenant' }
  { name: 'LINEKEEPER_MODE', value: mode }
  { name: 'LINEKEEPER_ROLES_ADMIN', value: roles.admin }
  { name: 'LINEKEEPER_ROLES_APPROVER', value: roles.approver }
  { name: 'LINEKEEPER_ROLES_HELPDESK', value: roles.helpdesk }
  { name: 'LINEKEEPER_ROLES_AUDITOR', value: roles.auditor }
  { name: 'LINEKEEPER_ROLES_OWNER', value: roles.owner }
  { name: 'LINEKEEPER_ROLES_ATTESTER', value: roles.attester }
  { name: 'LINEKEEPER_BOT_APP_ID', value: bot.clientId }
  { name: 'LINEKEEPER_BOT_TENANT_ID', value: tenant().tenantId }
  { name: 'LINEKEEPER_BOT_CREDENTIAL', value: 'managed-identity' }
  { name: 'LINEKEEPER_BOT_TEAMS_APP_ID', value: teamsAppId }
  { name: 'LINEKEEPER_GRAPH_READS_APP_ID', value: reads.clientId }
  { name: 'LINEKEEPER_GRAPH_READS_CREDENTIAL', value: 'managed-identity' }
  { name: 'LINEKEEPER_GRAPH_WRITES_APP_ID', value: writes.clientId }
  { name: 'LINEKEEPER_GRAPH_WRITES_CREDENTIAL', value: 'managed-identity' }
  { name: 'LINEKEEPER_POWERSHELL_SIGN_IN', value: 'access-tokens' }
  { name: 'LINEKEEPER_POWERSHELL_CLIENT_ID', value: writes.clientId }
  { name: 'LINEKEEPER_DATABASE_APP_ID', value: host.clientId }
  { name: 'LINEKEEPER_DATABASE_CREDENTIAL', value: 'managed-identity' }
  { name: 'LINEKEEPER_AUDIT_ANCHOR_FILE', value: '/anchors' }
  { name: 'SPRING_DATASOURCE_URL', value: databaseUrl }
  { name: 'SPRING_DATASOURCE_USERNAME', value: host.name }
  { name: 'SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE', value: string(poolSize) }
  // Changed settings are a new version in the vault, and a new revision reads it.
  { name: 'SETTINGS_VERSION', value: last(split(settingsUri, '/')) }
]
var identities = isPlaceholder ? [host.id] : [bot.id, reads.id, writes.id, host.id]

resource environment 'Microsoft.App/managedEnvironments@2026-07-01' = {
  name: '${name}-environment'
  location: location
  tags: tags
  properties: {
    // By the diagnostic setting below, not by the workspace's key.
    appLogsConfiguration: { destination: 'azure-monitor' }
    publicNetworkAccess: 'Enabled'
    vnetConfiguration: empty(subnetId) ? null : { infrastructureSubnetId: subnetId, internal: false }
    workloadProfiles: concat(
      [{ name: 'Consumption', workloadProfileType: 'Consumption' }],
      empty(workloadProfile)
        ? []
        : [{ name: 'own', workloadProfileType: workloadProfile, minimumCount: 1, maximumCount: 2 }]
    )
    zoneRedundant: !empty(subnetId)
  }
}

// The newest there is; the stable one of 2016 knows no groups of categories.
#disable-next-line use-recent-api-versions
resource logged 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: environment
  name: 'logs'
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

resource storage 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: storageName
}

// Where each replica notes the head of the audit trail: the database's account has no way here.
resource anchors 'Microsoft.App/managedEnvironments/storages@2026-07-01' = {
  parent: environment
  name: 'anchors'
  properties: {
    azureFile: {
      accountName: storage.name
      accountKey: storage.listKeys().keys[0].value
      shareName: shareName
      accessMode: 'ReadWrite'
    }
  }
}

resource app 'Microsoft.App/containerApps@2026-07-01' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: toObject(identities, id => id, id => {}) }
  properties: {
    environmentId: environment.id
    workloadProfileName: empty(workloadProfile) ? 'Consumption' : 'own'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: port, transport: 'http', allowInsecure: false }
      registries: [{ server: registryServer, identity: host.id }]
      // Not for the placeholder: a right that was just given may take minutes until the vault knows it.
      secrets: isPlaceholder ? [] : [{ name: 'settings', keyVaultUrl: settingsUri, identity: host.id }]
    }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'linekeeper'
          // The placeholder is told our port, so that the way in is whole before there is an image of ours.
          image: isPlaceholder ? 'mcr.microsoft.com/dotnet/samples:aspnetapp' : '${registryServer}/${image}'
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: isPlaceholder
            ? [{ name: 'ASPNETCORE_HTTP_PORTS', value: string(port) }]
            : filter(settings, setting => !empty(setting.value))
          volumeMounts: isPlaceholder
            ? []
            : [
                { volumeName: 'anchors', mountPath: '/anchors' }
                { volumeName: 'settings', mountPath: '/app/config' }
              ]
          probes: isPlaceholder
            ? []
            : [
                {
                  type: 'Startup'
                  httpGet: { path: '/livez', port: port }
                  periodSeconds: 5
                  failureThreshold: 24
                }
                { type: 'Liveness', httpGet: { path: '/livez', port: port } }
                { type: 'Readiness', httpGet: { path: '/readyz', port: port } }
              ]
        }
      ]
      volumes: isPlaceholder
        ? []
        : [
            {
              name: 'anchors'
              storageType: 'AzureFile'
              storageName: anchors.name
              mountOptions: 'uid=10001,gid=10001,dir_mode=0700,file_mode=0600'
            }
            {
              name: 'settings'
              storageType: 'Secret'
              secrets: [{ secretRef: 'settings', path: 'application.yaml' }]
            }
          ]
      scale: { minReplicas: minReplicas, maxReplicas: maxReplicas }
    }
  }
}

output fqdn string = app.properties.configuration.ingress.fqdn
output name string = app.name
