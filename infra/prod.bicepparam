// For a tenant's work: a database in two zones, addresses in a network of its own. Locks need Owner or User Access Administrator.
using 'main.bicep'

// Empty, not absent, while the registry has none.
param image = readEnvironmentVariable('APP_IMAGE', 'linekeeper:0.1.0')
param ownerGroups = readEnvironmentVariable('LINEKEEPER_ROLES_OWNER', '')
param adminGroups = readEnvironmentVariable('LINEKEEPER_ROLES_ADMIN', '')
param approverGroups = readEnvironmentVariable('LINEKEEPER_ROLES_APPROVER', '')
param helpdeskGroups = readEnvironmentVariable('LINEKEEPER_ROLES_HELPDESK', '')
param auditorGroups = readEnvironmentVariable('LINEKEEPER_ROLES_AUDITOR', '')
param attesterGroups = readEnvironmentVariable('LINEKEEPER_ROLES_ATTESTER', '')
param teamsAppId = readEnvironmentVariable('LINEKEEPER_BOT_TEAMS_APP_ID', '')
param alertMail = readEnvironmentVariable('ALERT_MAIL', '')
param settings = loadTextContent('settings.yaml')
param databaseAdministrator = {
  id: readEnvironmentVariable('DATABASE_ADMIN_ID', '')
  name: readEnvironmentVariable('DATABASE_ADMIN_NAME', '')
  type: readEnvironmentVariable('DATABASE_ADMIN_TYPE', 'Group')
}
param tags = { application: 'linekeeper', stage: 'prod' }
param databaseSku = 'Standard_D2ds_v5'
param databaseHighlyAvailable = true
param backupDays = 35
param logDays = 90
param alerts = true
param privateNetwork = true
param lock = false
