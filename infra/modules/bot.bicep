// The registration Teams sends messages by. No key of its own: disableLocalAuth.
import { tagged } from 'types.bicep'

param name string
param tags tagged
param displayName string

@description('Where Teams sends messages to, such as https://HOST/api/messages')
param endpoint string

@description('Application (client) id of the bot\'s identity')
param appId string

@description('Resource id of a user-assigned identity; empty for an app registration of this tenant')
param identityId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: displayName
    endpoint: endpoint
    disableLocalAuth: true
    msaAppType: empty(identityId) ? 'SingleTenant' : 'UserAssignedMSI'
    msaAppId: appId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: empty(identityId) ? null : identityId
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
  }
}
