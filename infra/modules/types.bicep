@export()
@description('Tags by name')
type tagged = { *: string }

@export()
@description('A user-assigned identity: resource id, application (client) id, object id of its service principal')
type identity = { id: string, clientId: string, principalId: string, name: string }

@export()
@description('Where a private endpoint goes: its subnet, and the DNS zone of its kind')
type place = { subnetId: string, zoneId: string }

@export()
@description('Who makes the app\'s role in the database: object id, name (of a person the user principal name), kind; an empty id for nobody yet')
type administrator = { id: string, name: string, type: 'User' | 'Group' | 'ServicePrincipal' }
