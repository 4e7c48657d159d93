// Does discord.js take the fake for Discord? Signs in, reads every kind of event that the fake sends, and answers each.
// Usage: node check.mjs PATH-OF-THE-FAKE

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { Client, Events, GatewayIntentBits, MessageFlags, Partials } from "discord.js";

const fake = spawn(process.argv[2], { stdio: ["pipe", "pipe", "inherit"] });
const timer = setTimeout(() => fail(new Error("nothing more came within 60 s")), 60_000);
const requests = [];
const seen = [];

function fail(error) {
  console.error(error);
  fake.kill();
  process.exit(1);
}
process.on("unhandledRejection", fail);

const lines = createInterface({ input: fake.stdout });
lines.on("line", (line) => {
  const value = JSON.parse(line);
  if (value.url) check(value).catch(fail);
  else requests.push(value);
});

async function until(what, found) {
  for (;;) {
    const value = found();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
    void what;
  }
}

async function check({ url, token, samples }) {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: `${url}/api`, version: "10" },
  });
  client.on(Events.Error, fail);
  client.on(Events.InteractionCreate, async (interaction) => {
    assert.equal(interaction.locale, "sv-SE");
    assert.equal(interaction.guildId, samples.slash.guild_id);
    if (interaction.isChatInputCommand()) {
      seen.push(`slash ${interaction.options.getString("question")}`);
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply("answer");
      await interaction.followUp({ content: "more", flags: MessageFlags.Ephemeral });
    } else if (interaction.isAutocomplete()) {
      seen.push(`autocomplete ${interaction.options.getFocused()}`);
      await interaction.respond([{ name: "nätfiske", value: "nätfiske" }]);
    } else if (interaction.isMessageContextMenuCommand()) {
      seen.push(`message ${interaction.targetMessage.content}`);
      await interaction.reply({ content: "explained", flags: MessageFlags.Ephemeral });
    } else if (interaction.isButton()) {
      seen.push(`button ${interaction.customId}`);
      await interaction.reply({ content: "pressed", flags: MessageFlags.Ephemeral });
    } else if (interaction.isModalSubmit()) {
      seen.push(`modal ${interaction.fields.getTextInputValue("question")}`);
      await interaction.reply({ content: "thanks", flags: MessageFlags.Ephemeral });
    }
  });
  client.on(Events.MessageCreate, async (message) => {
    seen.push(`${message.guildId ? "mention" : "direct"} ${message.mentions.has(client.user)}`);
    await message.channel.send({ content: "hello", nonce: message.id, enforceNonce: true });
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
  assert.equal(client.guilds.cache.size, 1);

  const expected = {
    slash: "slash Vad?",
    autocomplete: "autocomplete nä",
    message: "message DPIA",
    button: "button l1:-:q",
    modal: "modal x",
    direct: "direct false",
    mention: "mention true",
  };
  for (const [name, what] of Object.entries(expected)) {
    const event = ["direct", "mention"].includes(name) ? "MESSAGE_CREATE" : "INTERACTION_CREATE";
    fake.stdin.write(JSON.stringify({ t: event, d: samples[name] }) + "\n");
    await until(what, () => seen.includes(what));
  }
  const posts = () => requests.filter(({ request }) => request.startsWith("POST") && request.endsWith("/messages"));
  await until("two messages", () => posts().length === 2);
  const callbacks = requests.filter(({ request }) => request.endsWith("/callback"));
  assert.equal(callbacks.length, 5);
  for (const { request, status } of requests) assert.ok(status < 300, `${request}: ${status}`);
  console.log(`discord.js took the fake for Discord: ${seen.length} events, ${requests.length} requests`);
  clearTimeout(timer);
  await client.destroy();
  fake.kill();
  process.exit(0);
}
