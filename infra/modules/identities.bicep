// Four identities and no secret: who answers a question never holds the right to change something, and who fetches the image and
// signs in to vault and database holds no right in Teams.
import { tagged, identity } from 'types.bicep'

param name string
param location string
param tags tagged

// Talks to Teams, and installs its own app for people.
resource bot 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-bot'
  location: location
  tags: tags
}

resource reads 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-reads'
  location: location
  tags: tags
}

// Also signs in to Teams PowerShell.
resource writes 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-writes'
  location: location
  tags: tags
}

resource host 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-host'
  location: location
  tags: tags
}

output bot identity = {
  id: bot.id
  clientId: bot.properties.clientId
  principalId: bot.properties.principalId
  name: bot.name
}
output reads identity = {
  id: reads.id
  clientId: reads.properties.clientId
  principalId: reads.properties.principalId
  name: reads.name
}
output writes identity = {
  id: writes.id
  clientId: writes.properties.clientId
  principalId: writes.properties.principalId
  name: writes.name
}
output host identity = {
  id: host.id
  clientId: host.properties.clientId
  principalId: host.properties.principalId
  name: host.name
}
