// The private address of one resource, with its name in the zone.
import { tagged, place } from 'types.bicep'

param name string
param location string
param tags tagged
param at place
param resourceId string

@description('Which part of the resource, as Private Link names it')
param part 'postgresqlServer' | 'vault' | 'file'

resource endpoint 'Microsoft.Network/privateEndpoints@2026-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: at.subnetId }
    privateLinkServiceConnections: [
      { name: name, properties: { privateLinkServiceId: resourceId, groupIds: [part] } }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: part, properties: { privateDnsZoneId: at.zoneId } }] }
  }
}
