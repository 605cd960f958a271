// Answers each message, and each press of a card's button, with the card of card.json, as the Agents SDK for JavaScript does it: node bot.mjs PORT
import { readFileSync } from 'node:fs'
import { ActivityHandler, CardFactory, CloudAdapter, MessageFactory, authorizeJWT } from '@microsoft/agents-hosting'
import express from 'express'

const card = JSON.parse(readFileSync(new URL('../card.json', import.meta.url), 'utf8'))
class Bot extends ActivityHandler {
  async onAdaptiveCardInvoke () {
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card }
  }
}
const bot = new Bot()
bot.onMessage(async (context, next) => {
  await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(card)))
  await next()
})
const adapter = new CloudAdapter({})
const app = express()
app.use(express.json())
app.use(authorizeJWT({}))
app.post('/api/messages', (request, response) => adapter.process(request, response, context => bot.run(context)))
app.listen(Number(process.argv[2]), '127.0.0.1')
