// The workspace all logs go to, and the alerts over them. Its keys are switched off: who reads or writes signs in.
import { tagged } from 'types.bicep'

param name string
param location string
param tags tagged

@minValue(30)
@maxValue(730)
param retentionInDays int

@description('Whether there are alerts; each costs by how often it looks')
param alerts bool

@description('Who is told by mail; empty for nobody')
param alertMail string

@description('Resource ids of action groups that are there, told too')
param actionGroups string[]

// Names, weights and places in the runbook are those of the alerts for Prometheus; the question is that of the same name in alerts.kql.
var rules = alerts ? loadYamlContent('../monitoring/alerts.yaml').groups[0].rules : []
var questions = toObject(
  split(loadTextContent('../monitoring/alerts.kql'), '\n// '),
  it => split(it, '\n')[0],
  it => substring(it, indexOf(it, '\n') + 1)
)
var weights = { critical: 1, warning: 2, info: 3 }

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionInDays
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

resource mail 'Microsoft.Insights/actionGroups@2023-01-01' = if (alerts && !empty(alertMail)) {
  name: '${name}-mail'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'linekeeper'
    emailReceivers: [{ name: 'mail', emailAddress: alertMail, useCommonAlertSchema: true }]
  }
}

resource alert 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: rule.alert
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      description: rule.annotations.runbook
      severity: weights[rule.labels.severity]
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: 'PT5M'
      // As far as the question itself looks back.
      windowSize: 'PT${toUpper(split(split(questions[rule.alert], 'ago(')[1], ')')[0])}'
      criteria: {
        allOf: [
          {
            query: questions[rule.alert]
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      // The table is there once the first line was written.
      skipQueryValidation: true
      autoMitigate: true
      actions: { actionGroups: concat(empty(alertMail) ? [] : [mail.id], actionGroups) }
    }
  }
]

output workspaceId string = workspace.id
