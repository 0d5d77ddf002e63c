"""What every table, setting and action is for, as the data-protection sheet says it."""

from __future__ import annotations

from collections.abc import Mapping

from conversations.protocol.words import T
from conversations.rules.roles import Action

TABLES: Mapping[str, T] = {
    "person": T("people who wrote to the bot: Telegram number, name once the notice was read, and when"),
    "seat": T("what each person does here, for which body and since when"),
    "application": T("applications of councils: state, number, version and dates"),
    "answer": T("answers in every version, with who gave them; five are contact data"),
    "data_request": T("what an application lacked, as asked and as answered"),
    "mark": T("scores and comments of each person of the commission"),
    "conflict": T("conflicts of interest that people of the commission declared, with their reason"),
    "meeting": T("meetings of the commission, and who writes down what is agreed"),
    "present": T("who was at each meeting of the commission"),
    "agreement": T("who agreed on a score that was given in a meeting"),
    "criterion": T("the criterion that the commission named where the call rules leave one open"),
    "list_order": T("orders of applications that the commission changed by hand, with their reason"),
    "decision": T("decisions of the commission, their reasons and the day on which each council was told"),
    "ledger": T("hours reserved, done and given back by each application; no personal data"),
    "dispatch": T("who asked to send the decisions, who confirmed it and when"),
    "mentor": T("mentors and advisers: name, how to reach them, topics and hours that they offer"),
    "assignment": T("who goes with each council, who accepted it and when"),
    "session": T("sessions that were told: day, length, topic, the message that told it, and who confirmed it"),
    "appointment": T("dates for sessions, who proposed them and what became of them"),
    "late_press": T("applications sent while the bot was away, and what was decided; no personal data"),
    "help_request": T("questions to the technical office and their answers, with the name of whoever asked"),
    "access_request": T("requests to act for a body, with the name of whoever asked"),
    "invitation": T("invitations, by a fingerprint that cannot be turned back into the link"),
    "wrong_token": T("attempts with links that are not valid, against guessing"),
    "chat": T("where each conversation stands, to go on from there"),
    "letter": T("messages to people: text, and document until it has been delivered"),
    "audit": T("who did what and when, with what was before and after"),
    "erasure": T("erasures that were done, without saying whose"),
    "skip": T("councils that do not apply to a call"),
    "digest": T("up to which day each person of the commission has been told what arrived"),
    "extension": T("extensions of a deadline and their reason"),
    "watch": T("reminders that are planned for each council; no personal data"),
    "call": T("calls with their rules; no personal data"),
    "body": T("register of bodies; no personal data"),
    "stay": T("which bodies are members and since when; no personal data"),
    "seen_update": T("numbers of messages already answered, three days; no personal data"),
    "failed_update": T("messages that a fault of the bot left unanswered; no personal data"),
    "lease": T("which process of the bot delivers messages; no personal data"),
    "house": T("the last time the bot was running; no personal data"),
}
"""What each table holds and what for."""

SETTINGS: Mapping[str, T] = {
    "bot_token": T("key of the bot in Telegram"),
    "bot_api_url": T("where Telegram is"),
    "database_url": T("where the data are"),
    "webhook_url": T("address at which Telegram calls the bot; without it the bot asks"),
    "webhook_listen": T("where the bot listens when Telegram calls it"),
    "webhook_secret": T("secret that Telegram shows when it calls"),
    "proxy": T("proxy for what goes out"),
    "clock": T("another clock than the real one, for rehearsals"),
    "controller_name": T("controller"),
    "controller_legal_basis": T("legal basis"),
    "controller_address": T("address for people's rights"),
    "retention_months": T("months after a call's sessions for which contact data are kept"),
    "letter_days": T("days for which texts of delivered messages are kept"),
    "demo": T("demonstration with invented data"),
    "log_json": T("logs for machines"),
    "log_level": T("how much the logs tell; never personal data"),
    "fault": T("faults on purpose, for tests"),
}
"""What each setting is for."""

ACTIONS: Mapping[Action, T] = {
    Action.APPLY: T("fill in, send, correct or withdraw the application of their body"),
    Action.READ_APPLICATION: T("read applications"),
    Action.INVITE: T("invite people"),
    Action.DECIDE_ACCESS: T("decide who may act for a body"),
    Action.HAND_OVER: T("pass an application on to another contact"),
    Action.ENTER_MAIL: T("enter applications received by e-mail"),
    Action.ANSWER_HELP: T("answer questions"),
    Action.EXTEND_CALL: T("move a deadline"),
    Action.SEE_FORECAST: T("see the reminders that will go out"),
    Action.REVIEW: T("review applications and ask for what is missing"),
    Action.MEET: T("open and end meetings of the commission, and read what it works with"),
    Action.DECIDE: T("write down what a meeting of the commission agrees"),
    Action.ASSESS: T("score the applications of other bodies"),
    Action.INVITE_MENTOR: T("invite mentors and advisers"),
    Action.KEEP_MENTOR: T("put right what a mentor or adviser offers"),
    Action.SUGGEST: T("see who could go with each council"),
    Action.ASSIGN: T("propose who goes with a council"),
    Action.ANSWER_ASSIGNMENT: T("accept or decline who goes with a council"),
    Action.REPLACE: T("ask for somebody else to go with a council"),
    Action.PAUSE: T("pause sessions"),
    Action.REPORT: T("tell sessions"),
    Action.AMEND: T("put right or undo the sessions that they told"),
    Action.CONFIRM_SESSION: T("confirm sessions"),
    Action.CORRECT_SESSION: T("correct sessions"),
    Action.SETTLE: T("settle sessions about which the sides do not agree"),
    Action.PROPOSE_DATE: T("agree dates for sessions"),
    Action.SEE_SESSIONS: T("see the sessions of a package"),
    Action.SEE_ALL_SESSIONS: T("see and export all sessions"),
}
"""What each action is, for who reads about roles."""
