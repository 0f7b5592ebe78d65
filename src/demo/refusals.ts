/** One answer with which the stand-in refuses a call, as the live Bot API words it. */
export interface Refusal {
  /** Also the HTTP status. */
  readonly code: number;
  /** `<…>` stands for what the call's own text decides. */
  readonly description: string;
  /** What provokes it. */
  readonly when: string;
}

/** Every refusal that the stand-in can give, by a name of our own. Source of the wording: https://github.com/tdlib/telegram-bot-api */
export const REFUSALS = {
  // the call itself
  unauthorized: { code: 401, description: "Unauthorized", when: "the token is not the bot's" },
  notFound: { code: 404, description: "Not Found", when: "the address is not /bot<token>/<method>" },
  methodNotFound: { code: 404, description: "Not Found: method not found", when: "the method is unknown" },
  tooLarge: { code: 413, description: "Request Entity Too Large", when: "the body is over 50 MB" },
  badJson: {
    code: 400,
    description: "Bad Request: can't parse JSON object",
    when: "a JSON body, or JSON in a parameter, is broken",
  },
  flood: {
    code: 429,
    description: "Too Many Requests: retry after <seconds>",
    when: "a rate limit is switched on and used up, or a fault says so; the answer has parameters and a header",
  },
  restart: { code: 500, description: "Internal Server Error: restart", when: "a fault says so" },
  sentAndDeleted: {
    code: 500,
    description: "Internal Server Error: sent message was immediately deleted and can't be returned",
    when: "a fault says so; the message was sent all the same",
  },
  // getUpdates and webhook
  webhookActive: {
    code: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    when: "getUpdates while a webhook is set",
  },
  otherPoll: {
    code: 409,
    description: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    when: "a newer getUpdates came while this one waited",
  },
  webhookNotHttps: {
    code: 400,
    description: "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    when: "the webhook's address is plain HTTP and not on this machine",
  },
  webhookSecret: {
    code: 400,
    description: "Bad Request: secret token contains unallowed characters",
    when: "the webhook's secret is not 1 to 256 of A-Z a-z 0-9 _ -",
  },
  // text and markup
  textMissing: { code: 400, description: "Bad Request: message text is empty", when: "there is no text" },
  textTooManyBytes: {
    code: 400,
    description: "Bad Request: text is too long",
    when: "the text has more than 32,768 bytes before it is parsed",
  },
  parseMode: { code: 400, description: "Bad Request: unsupported parse_mode", when: "parse_mode is not HTML" },
  entities: {
    code: 400,
    description: "Bad Request: can't parse entities: <detail>",
    when: "the HTML is not Telegram's classic HTML; the detail names the place",
  },
  textEmpty: {
    code: 400,
    description: "Bad Request: text must be non-empty",
    when: "nothing is left of the text after cleaning",
  },
  textTooLong: {
    code: 400,
    description: "Bad Request: message is too long",
    when: "the shown text has more than 4096 characters",
  },
  captionTooLong: {
    code: 400,
    description: "Bad Request: message caption is too long",
    when: "a caption has more than 1024 characters",
  },
  fileMissing: { code: 400, description: "Bad Request: there is no document in the request", when: "no file was sent" },
  fileNotFound: {
    code: 400,
    description: "Bad Request: wrong file_id or the file is temporarily unavailable",
    when: "getFile with an id that was never given out",
  },
  buttonTextEmpty: {
    code: 400,
    description: 'Bad Request: can\'t parse inline keyboard button: Field "text" must be of type String',
    when: "a button has no text",
  },
  buttonAction: {
    code: 400,
    description: "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    when: "a button does nothing",
  },
  buttonData: {
    code: 400,
    description: "Bad Request: BUTTON_DATA_INVALID",
    when: "callback_data is empty, has more than 64 bytes, or a button has two actions",
  },
  markupTooLong: {
    code: 400,
    description: "Bad Request: reply markup is too long",
    when: "an inline keyboard has more than 100 buttons, or 10,000 bytes",
  },
  // the chat
  chatIdEmpty: { code: 400, description: "Bad Request: chat_id is empty", when: "there is no chat_id" },
  chatNotFound: { code: 400, description: "Bad Request: chat not found", when: "the chat is unknown to the bot" },
  blocked: { code: 403, description: "Forbidden: bot was blocked by the user", when: "the person blocked the bot" },
  deactivated: { code: 403, description: "Forbidden: user is deactivated", when: "the account was deleted" },
  notStarted: {
    code: 403,
    description: "Forbidden: bot can't initiate conversation with a user",
    when: "the person never wrote to the bot",
  },
  migrated: {
    code: 400,
    description: "Bad Request: group chat was upgraded to a supergroup chat",
    when: "the group became a supergroup; parameters name the new chat",
  },
  groupDeleted: { code: 403, description: "Forbidden: the group chat was deleted", when: "the group was deleted" },
  kickedFromGroup: { code: 403, description: "Forbidden: bot was kicked from the group chat", when: "group" },
  kickedFromSupergroup: {
    code: 403,
    description: "Forbidden: bot was kicked from the supergroup chat",
    when: "supergroup",
  },
  kickedFromChannel: { code: 403, description: "Forbidden: bot was kicked from the channel chat", when: "channel" },
  notInGroup: { code: 403, description: "Forbidden: bot is not a member of the group chat", when: "it left" },
  notInSupergroup: {
    code: 403,
    description: "Forbidden: bot is not a member of the supergroup chat",
    when: "it left",
  },
  notInChannel: { code: 403, description: "Forbidden: bot is not a member of the channel chat", when: "it left" },
  noTextRights: {
    code: 400,
    description: "Bad Request: not enough rights to send text messages to the chat",
    when: "the group does not let the bot write",
  },
  notChannelAdmin: {
    code: 400,
    description: "Bad Request: need administrator rights in the channel chat",
    when: "the bot is in the channel but may not post",
  },
  threadNotFound: {
    code: 400,
    description: "Bad Request: message thread not found",
    when: "the topic does not exist, was deleted, or is General (1)",
  },
  topicClosed: { code: 400, description: "Bad Request: TOPIC_CLOSED", when: "the topic is closed" },
  privateAdmins: {
    code: 400,
    description: "Bad Request: there are no administrators in the private chat",
    when: "getChatAdministrators of a private chat",
  },
  userNotFound: { code: 400, description: "Bad Request: user not found", when: "getChatMember of a stranger" },
  leavePrivate: {
    code: 400,
    description: "Bad Request: chat member status can't be changed in private chats",
    when: "leaveChat of a private chat",
  },
  // messages
  notModified: {
    code: 400,
    description:
      "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    when: "an edit changes nothing",
  },
  editNotFound: { code: 400, description: "Bad Request: message to edit not found", when: "no such message" },
  editForbidden: { code: 400, description: "Bad Request: message can't be edited", when: "it is not the bot's own" },
  deleteNotFound: { code: 400, description: "Bad Request: message to delete not found", when: "no such message" },
  deleteForbidden: {
    code: 400,
    description: "Bad Request: message can't be deleted",
    when: "it is older than 48 hours, or not the bot's in a group where it is no administrator",
  },
  replyNotFound: {
    code: 400,
    description: "Bad Request: message to be replied not found",
    when: "the message that is answered does not exist",
  },
  queryTooOld: {
    code: 400,
    description: "Bad Request: query is too old and response timeout expired or query ID is invalid",
    when: "the button press or inline query is unknown, was answered, or has expired",
  },
  resultsTooMany: {
    code: 400,
    description: "Bad Request: RESULTS_TOO_MUCH",
    when: "an inline query is answered with over 50 results",
  },
  resultIdInvalid: {
    code: 400,
    description: "Bad Request: RESULT_ID_INVALID",
    when: "the id of an inline result is empty or has more than 64 bytes",
  },
  resultIdDuplicate: {
    code: 400,
    description: "Bad Request: RESULT_ID_DUPLICATE",
    when: "two inline results have one id",
  },
  articleTitleEmpty: {
    code: 400,
    description: "Bad Request: ARTICLE_TITLE_EMPTY",
    when: "an inline result has no title",
  },
  chatActionUnknown: {
    code: 400,
    description: "Bad Request: wrong parameter action in request",
    when: "sendChatAction with an unknown action",
  },
  // the bot's own card
  commandInvalid: {
    code: 400,
    description: "Bad Request: BOT_COMMAND_INVALID",
    when: "a command is not 1 to 32 of a-z 0-9 _",
  },
  commandDescription: {
    code: 400,
    description: "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
    when: "a description is empty or has more than 256 characters",
  },
  commandsTooMany: { code: 400, description: "Bad Request: BOT_COMMANDS_TOO_MUCH", when: "over 100 commands" },
  profileTooLong: {
    code: 400,
    description: "Bad Request: <field> is too long",
    when: "a name over 64, a description over 512 or a short description over 120 characters",
  },
} as const satisfies Record<string, Refusal>;

/** Name of a refusal in `REFUSALS`. */
export type RefusalName = keyof typeof REFUSALS;

/** Extra fields of a refused call's answer. */
export interface RefusalParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/** Thrown inside the stand-in and turned into the answer of the call. */
export class RefusedCall extends Error {
  readonly code: number;
  readonly parameters: RefusalParameters | undefined;
  constructor(code: number, description: string, parameters?: RefusalParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** The refusal of that name; `detail` takes the place of the `<…>` in its description. */
export function refuse(name: RefusalName, detail = "", parameters?: RefusalParameters): RefusedCall {
  const { code, description } = REFUSALS[name];
  return new RefusedCall(
    code,
    description.replace(/<[^>]+>$|<[^>]+>(?= is)/, () => detail),
    parameters,
  );
}

/** 429 with its waiting time. */
export function refuseFlood(retryAfterSeconds: number): RefusedCall {
  return refuse("flood", String(retryAfterSeconds), { retry_after: retryAfterSeconds });
}
