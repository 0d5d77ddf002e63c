"""What was done, as the person it concerns reads it: words for every kind of change in the audit log."""

from __future__ import annotations

from collections.abc import Mapping

from conversations.protocol.words import T, Words

DEEDS: Mapping[str, T] = {
    "ReadNotice": T("the information on data protection was read"),
    "SetReachable": T("the bot was stopped or let in again"),
    "MoveChat": T("a group changed its number"),
    "Invite": T("an invitation was made"),
    "UseInvitation": T("an invitation was used"),
    "HandOver": T("the application of a council was handed over to another contact"),
    "TryWrongToken": T("a link that was not valid was tried"),
    "AskAccess": T("access for a council was asked for"),
    "DecideAccess": T("access for a council was decided"),
    "LeaveSeat": T("somebody stopped acting for a council"),
    "StartApplication": T("an application was begun"),
    "SaveAnswer": T("an answer was saved"),
    "DropAnswers": T("answers that no longer applied were set aside"),
    "Commit": T("the commitments were agreed to"),
    "Authorise": T("the authorisation to share was answered"),
    "Submit": T("an application was sent"),
    "Correct": T("an application was corrected"),
    "Withdraw": T("an application was withdrawn"),
    "Resubmit": T("an application was sent again"),
    "GiveMark": T("an application was scored"),
    "CommentMark": T("a comment on an application was written"),
    "DeclareConflict": T("a conflict of interest was declared"),
    "AgreeMark": T("the scores that a meeting agreed on were noted"),
    "BeginMeeting": T("a meeting of the commission began"),
    "NotePresent": T("who is at a meeting of the commission was noted"),
    "TakeTurn": T("somebody else writes down what a meeting agrees"),
    "EndMeeting": T("a meeting of the commission ended"),
    "ArrangeOrder": T("the order of the applications was changed by hand, or back"),
    "NameCriterion": T("the commission named the criterion that the call rules leave open"),
    "Decide": T("the commission decided an application"),
    "MoveApplication": T("an application changed its state"),
    "MoveHours": T("hours of an application moved"),
    "AskLate": T("an application that was sent while the bot was away was noted"),
    "DecideLate": T("it was decided whether an application sent while the bot was away is admitted"),
    "Admit": T("the technical office found an application complete"),
    "RequestData": T("the technical office asked for something that an application lacked"),
    "AnswerData": T("what an application lacked was answered"),
    "NotAdmit": T("an application was not admitted"),
    "SkipCall": T("not applying to a call, or applying after all, was noted"),
    "ExtendCall": T("the deadline of a call was moved"),
    "Mute": T("reminders were muted or wanted again"),
    "AskHelp": T("the technical office was asked for help"),
    "AnswerHelp": T("a question was answered"),
    "AskToBeTold": T("hearing of the next call was asked for"),
    "AddMentor": T("a mentor or adviser was added"),
    "KeepMentor": T("what a mentor or adviser offers was put right"),
    "AssignMentor": T("a mentor or adviser was proposed for an application"),
    "AcceptAssignment": T("one side accepted who goes with an application"),
    "EndAssignment": T("a mentor or adviser stopped going with an application, or declined"),
    "PauseAssignment": T("sessions of an application were paused or taken up again"),
    "LogSession": T("a session was told"),
    "AmendSession": T("a session was put right by whoever told it"),
    "ExceedPackage": T("a session longer than the package went to the commission"),
    "WithdrawClaim": T("what a side had said about a session was taken back"),
    "UndoSession": T("a session was taken back"),
    "ConfirmSession": T("a session was confirmed"),
    "PassInSilence": T("a session was taken as right because nobody answered"),
    "ClaimMinutes": T("one side said how long a session was"),
    "AgreeSession": T("both sides agreed on a session"),
    "DisputeSession": T("a session went to the technical office because the sides do not agree"),
    "SettleSession": T("the technical office settled a session"),
    "ProposeDate": T("a date for a session was proposed"),
    "MoveDate": T("a date for a session was agreed, moved or called off"),
    "EraseMe": T("somebody's data were erased"),
}


def deed(action: str) -> Words:
    """The words of an action; the bare name of one without words."""
    return DEEDS.get(action) or T("something else ({action})", action=action)
