// To try it: small, public addresses, nothing locked. Groups and the like come from the environment (infra/deploy.sh --help).
using 'main.bicep'

param image = readEnvironmentVariable('APP_IMAGE', '')
param ownerGroups = readEnvironmentVariable('LINEKEEPER_ROLES_OWNER', '')
param adminGroups = readEnvironmentVariable('LINEKEEPER_ROLES_ADMIN', '')
param approverGroups = readEnvironmentVariable('LINEKEEPER_ROLES_APPROVER', '')
param helpdeskGroups = readEnvironmentVariable('LINEKEEPER_ROLES_HELPDESK', '')
param auditorGroups = readEnvironmentVariable('LINEKEEPER_ROLES_AUDITOR', '')
param attesterGroups = readEnvironmentVariable('LINEKEEPER_ROLES_ATTESTER', '')
param teamsAppId = readEnvironmentVariable('LINEKEEPER_BOT_TEAMS_APP_ID', '')
param alertMail = readEnvironmentVariable('ALERT_MAIL', '')
param alerts = !empty(readEnvironmentVariable('ALERT_MAIL', ''))
param settings = loadTextContent('settings.yaml')
param databaseAdministrator = {
  id: readEnvironmentVariable('DATABASE_ADMIN_ID', '')
  name: readEnvironmentVariable('DATABASE_ADMIN_NAME', '')
  type: readEnvironmentVariable('DATABASE_ADMIN_TYPE', 'User')
}
param tags = { application: 'linekeeper', stage: 'dev' }
