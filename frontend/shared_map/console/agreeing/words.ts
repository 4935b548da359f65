/** What the desk says of agreeing beyond the next step: questions, who counts, paper, proposals, the rule. */

import { words } from "../../../components/words";

export const QUESTIONS = words({
  heading: "Asked",
  label: "What was said?",
  note: "Note the answer",
  noted: "The answer stands beside the question, on every phone.",
  reworded: { one: "Reworded once; three times at most.", other: "Reworded {count} times; three times at most." },
  lastWords: "Reworded three times: rate it as it is, or park it.",
});

export const STATEMENTS = words({
  hide: "Hide for somebody’s safety",
  sure: "Hide this statement?",
  no: "Leave it",
  sureWords: "Its words go from every screen and from what is published. That there was one stays.",
  hidden: "The statement is hidden; that there was one stays.",
  write: "Write one down for somebody",
  who: "Whose is it?",
  text: "What should be known?",
  add: "Put it beside the result",
  added: "It stands beside the result, without a name.",
});

export const COUNTING = words({
  heading: "Who is counted",
  checkIn: "Count somebody in who has no phone",
  who: "Who?",
  groups: "Groups they belong to",
  add: "Count them in",
  added: "{who} is counted in.",
  allIn: "Everybody who was seated without a phone is counted in.",
  noSeats: "Nobody is seated without a phone.",
  seats: "Seat people",
  gone: {
    one: "1 person who is counted is not here now. Until you count them out, their answer is waited for.",
    other: "{count} people who are counted are not here now. Until you count them out, their answers are waited for.",
  },
  countOut: { one: "Count 1 person out", other: "Count {count} people out" },
  countedOut: "Those who have gone are not waited for any more.",
  paper: "Answers from paper",
  late: "An answer that came late",
  choice: "What do they say?",
  reason: "Their reason",
  reasonNeeded: "Somebody who cannot accept it gives a reason. Please type it in.",
  matters: "Matters here, 1 to 9",
  fair: "Can be asked fairly, 1 to 9",
  source: "How it came",
  sources: { paper: "On paper", facilitator: "They told you" },
  enter: "Count this answer",
  entered: "The answer of {who} is counted.",
  someone: "Somebody here ({letters})",
});

export const PROPOSALS = words({
  add: "Propose for somebody",
  label: "The word, or a few words",
  meaning: "What it means, in their words",
  send: "Propose it",
  sent: "“{label}” is proposed.",
  merge: "Make one with…",
  mergeWith: "Which one is kept?",
  mergeDo: "Make them one",
  merged: "They are one now. The original is kept in the record.",
  offered: "Bring one from the glossary",
  offeredWhich: "Which?",
  offeredSend: "Bring it before the room",
});

export const RULE = words({
  heading: "How this room decides",
  quorum: "At least {quorum} in 100 of those who are counted answer, and {least} people at the least.",
  unclear: "If it is not clear to {unclear} in 100 or more, it goes back for other words.",
  support: "It is agreed when {support} in 100 or more support it or can live with it, and nobody says they cannot accept it.",
  parked: "From {parked} in 100 on it is parked for another day; below that it is not agreed.",
  groups: "Each of these groups is heard by itself, from {least} answers on: {groups}. Each needs {floor} in 100.",
  noGroups: "No group is looked at by itself.",
  scales: "A sign of change also needs {high} in 100 who are sure, and fewer than {low} in 100 who doubt, on both of its questions.",
  change: "Change the numbers",
  fixed: "The rule was fixed when the workshop opened.",
  only: "You can change this until the workshop opens; then it stays.",
  names: {
    quorum: "Answers needed, of 100 counted in",
    least: "Answers needed at the least",
    unclear: "“Not clear” that sends it back, of 100",
    support: "Support for agreeing, of 100",
    parked: "Support for parking, of 100",
    group_floor: "Support that each group needs, of 100",
    high: "Sure answers that a sign of change needs, of 100",
    low: "Doubts that it must stay under, of 100",
  },
  groupNames: "Groups to look at by themselves, one on each line",
  save: "Let this be the rule",
  saved: "This is the rule. It stays when the workshop opens.",
});
