// The bot's registration alone, for who runs Linekeeper elsewhere (compose.yaml):
//   az deployment group create -g GROUP -f infra/bot.bicep -p appId=BOT-APP-ID host=YOUR-HOST
import { tagged } from 'modules/types.bicep'

@description('Name of the resource')
param name string = 'linekeeper-bot'

@description('Name people see')
param displayName string = 'Linekeeper'

@description('Application (client) id of the bot: an app registration of this tenant, or a user-assigned identity')
@minLength(36)
@maxLength(36)
param appId string

@description('Host that serves /api/messages by HTTPS with a certificate Microsoft trusts, port with it if it is not 443')
@minLength(4)
param host string

@description('Resource id of the identity, when the bot is a user-assigned identity')
param identityId string = ''

param tags tagged = {}

module bot 'modules/bot.bicep' = {
  name: 'linekeeper-bot'
  params: {
    name: name
    tags: tags
    displayName: displayName
    endpoint: 'https://${host}/api/messages'
    appId: appId
    identityId: identityId
  }
}
