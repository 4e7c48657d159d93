# Sessions of networks.

## What anyone is told.

sessions-title = { $network }: the next session
sessions-none = { $network }: no dates have been added yet. The host or your admin can add them.
sessions-past = { $network }: no coming dates right now. The host or your admin can add the next ones.
sessions-paused = { $network }: the sessions are on a break right now.
session-start = { $moment }
session-when = { $moment } ({ $length })
session-topic = Topic: { $topic }
session-speaker = Speaker: { $speaker }
session-link = Join here: { $link }
session-note = Good to know: { $note }
session-host = Host: { $host }
session-language = { $language ->
    [sv] Language: Swedish
    [fi] Language: Finnish
   *[en] Language: English
}
under-way = Under way right now. It ends on { $moment }.
unconfirmed = The details are not confirmed yet. The topic and the link come when the host has confirmed them.
skipped-date = Cancelled: { $moment }.
next-is = The next one: { $moment }.
then-is = After that: { $moment }.
calendar-here = { $network }, { $moment }, as a calendar file. Open it to put the session in your calendar.
calendar-feed = All dates in your calendar: subscribe to { $url }. Keep the address to yourself: whoever has it can read the calendar.

## Private reminders.

followed = Done. You get reminders of { $network } in private messages. Nobody else sees that. Stop whenever you like with the button.
followed-already = You already get reminders of { $network } in private messages. Stop whenever you like with the button.
unfollowed = Done. You get no more private reminders of { $network }.
not-followed = You get no private reminders of { $network }, so there is nothing to stop.
follow-nobody = I cannot tell who you are here, so I cannot send you anything in private. Try where you are signed in.
private-reminder = You get this because you follow the network. Stop whenever you like with the button.

## Reminders and notices.

reminder-title = { $network }: { $when }
today = today
tomorrow = tomorrow
in-days = in { $count } days
in-minutes = { $count ->
    [one] in 1 minute
   *[other] in { $count } minutes
}
has-started = has started
reminder-late = This reminder comes late. It was due on { $moment }.
moved-title = { $network } moves
moved-notice = Not on { $before } but on { $after }.
moved-back-title = { $network } is on as planned
moved-back-notice = It is held at its first time after all: { $after }.
skipped-title = { $network } is cancelled
skipped-notice = There is no session on { $moment }.
recap-title = { $network } on { $date } in short

## The question to a host.

still-on-title = { $network }: still on?
still-on = Does { $network } take place on { $moment }? What is the topic, and is the link right?
still-on-deputy = You are asked as the deputy. { $hosts } has not answered yet.
still-on-no-topic = Topic: none yet
still-on-link = Link if you say yes: { $link }
still-on-no-link = Link: none yet
still-on-else = If nobody answers, the reminder goes out without a link and says that the details are not confirmed.

## What a host is told when something was not delivered.

trouble-title = { $network }: something did not get through
trouble-about = This is about { $network } on { $moment }.
sent-instead = It went to { $place } instead.
what-to-do-person = { $place } does not take private messages from me. Ask for them to be allowed.
what-to-do-heading = What to do
pass-on-heading = This you can pass on yourself
reason = { $reason ->
    [skipped] the session is cancelled
    [moved] the session has moved
    [paused] the series is on a break
    [ended] the series has ended
    [unfollowed] the receiver no longer wants reminders
    [answered] the question has been answered
    [gone] what it was about is no longer there
    [too_late] it was too late
    [forbidden] I am not allowed to write there
    [not_found] the receiver does not exist
    [rejected] the message was not accepted
    [history_unreadable] I got no answer and may not read what is already there
   *[restored] I was restored from a backup
}
what-to-do = { $reason ->
    [forbidden] Ask whoever runs the channel to let me see it and write there.
    [not_found] Check the receiver in the settings, under [[network]], or end the series and announce it again with another channel.
    [rejected] Check the topic and the link. If that does not help, tell your admin.
    [history_unreadable] Look in the channel whether the message is there. Ask whoever runs it to let me read its history.
    [restored] Look in the channel whether the message is there.
    [too_late] Tell the participants yourself, if it still helps.
   *[other] Look at the receipt, and tell your admin if something looks wrong.
}

## Receipts.

receipt-title = { $network }: receipt
receipt-intro = What was sent for { $network }, and what is on its way.
receipt-line = { $what }, { $place }: { $outcome }
receipt-private =
    { $what }, in private to { $count ->
        [one] 1 follower
       *[other] { $count } followers
    }: { $outcome }
receipt-nothing = Nothing was sent, and nothing is on its way.
outcome-planned = to be sent on { $moment }
outcome-trying = { $count ->
    [one] on its way, 1 try so far
   *[other] on its way, { $count } tries so far
}
outcome-sent = planned for { $due }, sent on { $moment } { $count ->
        [one] at the first try
       *[other] after { $count } tries
    }
outcome-unknown = may have got through, but I cannot tell; { $reason }
outcome-cancelled = not sent; { $reason }
outcome-missed = did not get through; { $reason }
state-planned = to be sent
state-claimed = being sent
state-sent = sent
state-unknown = may have got through
state-cancelled = not sent
state-missed = did not get through
purpose-reminder = Reminder { $lead }
purpose-still-on = The question whether it is still on
purpose-still-on-deputy = The question to the deputy
purpose-moved = The news of the new time
purpose-skipped = The news that it is cancelled
purpose-recap = The summary
purpose-trouble = The news that something did not get through
place-channel = channel { $id }
place-host = the host
place-admin = the admin
place-followers = { $count ->
    [one] in private to 1 follower
   *[other] in private to { $count } followers
}
lead-days = { $count ->
    [one] 1 day before
   *[other] { $count } days before
}
lead-time = { $length } before
minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}

## How a series recurs.

weekday-name = { $day }
rhythm-once = once, { $moment }
rhythm-weekly =
    { $every ->
        [1] every week
        [2] every other week
       *[other] every { $every } weeks
    }: { $days } at { $time }
rhythm-monthly-weekday = the { $nth ->
        [1] first
        [2] second
        [3] third
        [4] fourth
        [5] fifth
       *[other] last
    } { $day } { $every ->
        [1] of every month
        [2] of every other month
       *[other] every { $every } months
    } at { $time }
rhythm-monthly-date =
    { $day ->
        [0] the last day
       *[other] day { $day }
    } { $every ->
        [1] of every month
        [2] of every other month
       *[other] every { $every } months
    } at { $time }
rhythm-yearly =
    { $every ->
        [1] every year
        [2] every other year
       *[other] every { $every } years
    } from { $date } at { $time }
series-line = { $network }: { $rhythm }

## What a host sees before saving, and in the list.

preview-draft-title = { $network }: draft
preview-title = { $network }: coming dates
preview-not-saved = Not saved yet. Save it if it looks right. If not, announce it again.
preview-rhythm = When: { $rhythm } ({ $length })
preview-no-link = No link yet
preview-dates = Dates
preview-reminders = Reminders
preview-places = Sent to: { $places }
preview-nowhere = No channel is chosen, so reminders only go to those who follow the network.
preview-asks = { $days ->
    [one] One day before, I ask { $hosts } whether it is still on.
   *[other] { $days } days before, I ask { $hosts } whether it is still on.
}
mark-skipped = cancelled
mark-moved = moved from { $moment }
mark-summer-time-began = summer time has just begun
mark-summer-time-ended = summer time has just ended
mark-clock-change = the clocks change just then
mark-holiday =
    { $holiday ->
         [new-years-day] New Year's Day
         [epiphany] Epiphany
         [good-friday] Good Friday
         [easter-sunday] Easter Sunday
         [easter-monday] Easter Monday
         [may-day] May Day
         [ascension-day] Ascension Day
         [whit-sunday] Whit Sunday
         [midsummer-eve] Midsummer Eve
         [midsummer-day] Midsummer Day
         [all-saints-day] All Saints' Day
         [independence-day] Independence Day
         [christmas-eve] Christmas Eve
         [christmas-day] Christmas Day
         [boxing-day] Boxing Day
       *[new-years-eve] New Year's Eve
    }
mark-july = July, many are on holiday
state-draft = Not saved yet.
state-paused = On a break.
state-ended = Ended.
list-intro = { $count ->
    [one] One network has its sessions here.
   *[other] { $count } networks have their sessions here.
}
list-nothing = No dates yet.
list-yours = You host this one.
list-line = { $rhythm }. { $state } (no. { $number })

## What a host has changed.

sessions-saved = Saved. From now on I take care of the reminders for { $network }.
sessions-already-saved = { $network } is already saved. Nothing has changed.
sessions-clash = Note: { $network } already has a session on { $moment }.
skipped = Cancelled: { $network } on { $moment }. No reminders are sent for that date, and those who already got one are told.
skipped-already = { $network } on { $moment } is already cancelled. Nothing has changed.
on-again = { $network } on { $moment } takes place after all. Reminders are sent again.
confirmed = Thank you! { $network } on { $moment } is confirmed. This is what people see:
confirmed-already = { $network } on { $moment } is already confirmed. This is what people see:
move-where = Where should { $network } on { $moment } move? Write a new day, a new time or both, for example 2026-12-18 10:00.
moved = { $network } moves from { $before } to { $after }. Its reminders move with it, and those who already got one are told.
moved-already = { $network } is already on { $moment }. Nothing has changed.
set-what = What would you like to change for { $network } on { $moment }? Give a topic, a speaker, a link or anything else that is good to know. A - takes it away. This is what people see now:
set-done = Done. { $network } on { $moment } is confirmed, and this is what people see:
set-skipped = Done, but { $network } on { $moment } is still cancelled.
paused = { $network } is on a break. Nothing is sent until you resume.
paused-already = { $network } is already on a break. Nothing has changed.
resumed = { $network } goes on. What was due during the break is not sent afterwards.
not-paused = { $network } is not on a break. Nothing has changed.
ended = { $network } has ended. No new reminders are sent, but the receipts stay.
ended-last = The last one: { $moment }.
ended-told = Those who have been reminded of a later date are told that it is cancelled.
recap-how = Write at most three lines about { $network } on { $moment }: what you talked about, what came of it, and what happens next.
recap-kept = Thank you! The summary of { $network } on { $moment } now goes to those who get the reminders:
recap-changed = The summary of { $network } on { $moment } is changed. If it has been sent, it is not sent again.
recap-skipped = { $network } on { $moment } was cancelled, so there is nothing to sum up.
recap-too-early = { $network } on { $moment } has not started yet. Come back afterwards.
recap-too-long = That is too long. At most { $lines } lines and { $count } characters fit.

## What does not work, and what to do instead.

sessions-hosts-only = Only the hosts of { $network } can do that. Ask { $hosts }.
sessions-admin-only = { $network } has no host yet. Ask your admin to add one.
sessions-not-a-host = You do not host any network here. Ask your admin to add you.
sessions-not-your-draft = That draft is somebody else's. Only whoever made it, or an admin, can save it.
sessions-who-are-you = I cannot tell who you are. Sign in and try again.
sessions-no-networks = There are no networks here yet. Your admin can add them in the settings, under [[network]].
sessions-unknown-network = I do not know a network called “{ $name }”. These are here:
sessions-which-network = Which network do you mean?
sessions-network-gone = The network { $network } is no longer in the settings. Your admin can add it again.
sessions-nothing-yours = There are no sessions to choose from. Announce the first with /session announce.
sessions-which-series = Which series do you mean?
sessions-which-date = Which date do you mean? { $network }:
sessions-no-such-date = { $network } has no session on “{ $date }”. Choose one of these, or write the day like 2026-12-17.
sessions-date-over = { $network } on { $moment } is already over and can no longer be changed.
sessions-already-ended = { $network } has ended. Announce again with /session announce if the sessions go on.
sessions-not-saved = That draft is not saved yet. Save it first.
sessions-draft-gone = That draft is no longer here. Announce again with /session announce.
when-unclear = I did not understand when. Write for example “last Thursday of the month 09:00”, “17.12.2026 09:00” or “2026-12-17 09:00”.
when-unknown = I did not understand “{ $piece }”. Write for example “last Thursday of the month 09:00”, “17.12.2026 09:00” or “2026-12-17 09:00”.
when-no-time = At what time? Add for example 09:00.
when-no-day = On what day? Write for example “last Thursday of the month 09:00”, “17.12.2026 09:00” or “2026-12-17 09:00”.
when-no-such = There is no “{ $piece }” in the calendar or on the clock. Check it and try again.
when-wrong-weekday = { $date } is a { $day }, not “{ $piece }”. Which do you mean?
when-past = { $date } has already been. Choose a day to come.
when-too-far = { $date } is very far ahead. Check the year.
when-too-often = That is too often. A series can take place on certain days of every week at most.
when-too-seldom = That is too seldom. Announce one session at a time instead.
sessions-in-the-past = { $moment } has already been. Choose a time to come.
sessions-no-dates = That gives no coming dates. Check the time.
sessions-length-unclear = I did not understand how long. Write for example “45 min” or “1 h”.
sessions-leads-unclear = I did not understand when to remind. Write for example “7 d, 1 d, 15 min”. At most 31 days before.
sessions-link-unclear = A link must begin with https:// and hold no spaces.
sessions-too-long = That is too long. At most { $count } characters fit.
sessions-identity-code = There is a personal identity code in the text. Take it out and try again. I have kept nothing.

## Buttons.

button-save = Save
button-receipt = Receipt
button-preview = Show dates
button-still-on = Still on after all
button-topic = Topic and link
button-resume = Resume
button-follow = Remind me
button-unfollow = Stop reminders
button-next = Next session
button-calendar = To my calendar
button-yes = Yes, still on
button-move = Move
button-skip = Cancel it
