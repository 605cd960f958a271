// A virtual network for the environment, and the private addresses of database, vault and share.
import { tagged, place } from 'types.bicep'

param name string
param location string
param tags tagged

@description('Addresses of the network, /22 or larger: the first /23 is the environment\'s, the third /24 the private endpoints\'')
param addressPrefix string

resource network 'Microsoft.Network/virtualNetworks@2026-03-01' = {
  name: '${name}-network'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 23, 0)
          delegations: [{ name: 'environments', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 24, 2)
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }

  resource app 'subnets' existing = { name: 'app' }
  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

var domains = {
  database: 'privatelink.postgres.database.azure.com'
  vault: 'privatelink.vaultcore.azure.net'
  share: 'privatelink.file.${az.environment().suffixes.storage}'
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for domain in items(domains): {
    name: domain.value
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (domain, index) in items(domains): {
    parent: zones[index]
    name: network.name
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]

output appSubnetId string = network::app.id
// items() goes by the alphabet.
output database place = { subnetId: network::endpoints.id, zoneId: zones[0].id }
output share place = { subnetId: network::endpoints.id, zoneId: zones[1].id }
output vault place = { subnetId: network::endpoints.id, zoneId: zones[2].id }
