//! Everything that the product can say, as one enum: a message without words fails a test.

use jiff::civil::{Date, DateTime, Time, Weekday};

use crate::domain::{Language, Reason};

/// A value inside a message.
#[derive(Clone, Copy, Debug)]
pub(super) enum Argument<'a> {
    Text(&'a str),
    Count(usize),
    Date(Date),
    DateTime(DateTime),
    ToTheSecond(DateTime),
    Time(Time),
    Weekday(Weekday),
    Language(Language),
}

/// A moment that is told to the second, as proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToTheSecond(pub DateTime);

/// A type that messages may hold.
trait Value<'a>: Copy {
    fn argument(self) -> Argument<'a>;
    #[cfg(test)]
    fn sample() -> Self;
}

impl<'a> Value<'a> for &'a str {
    fn argument(self) -> Argument<'a> {
        Argument::Text(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        "x"
    }
}

impl<'a> Value<'a> for usize {
    fn argument(self) -> Argument<'a> {
        Argument::Count(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        2
    }
}

impl<'a> Value<'a> for Date {
    fn argument(self) -> Argument<'a> {
        Argument::Date(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self::constant(2026, 11, 23)
    }
}

impl<'a> Value<'a> for DateTime {
    fn argument(self) -> Argument<'a> {
        Argument::DateTime(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self::constant(2026, 11, 23, 9, 0, 0, 0)
    }
}

impl<'a> Value<'a> for Language {
    fn argument(self) -> Argument<'a> {
        Argument::Language(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self::Swedish
    }
}

impl<'a> Value<'a> for ToTheSecond {
    fn argument(self) -> Argument<'a> {
        Argument::ToTheSecond(self.0)
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self(DateTime::constant(2026, 11, 23, 9, 0, 5, 0))
    }
}

impl<'a> Value<'a> for Time {
    fn argument(self) -> Argument<'a> {
        Argument::Time(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self::constant(9, 0, 0, 0)
    }
}

impl<'a> Value<'a> for Weekday {
    fn argument(self) -> Argument<'a> {
        Argument::Weekday(self)
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self::Thursday
    }
}

impl<'a> Value<'a> for Reason {
    fn argument(self) -> Argument<'a> {
        Argument::Text(self.as_str())
    }
    #[cfg(test)]
    fn sample() -> Self {
        Self::Forbidden
    }
}

macro_rules! messages {
    ($($name:ident $({ $($field:ident: $type:ty),+ })? = $key:literal,)*) => {
        /// Everything that the product can say. The words are in `locales/<language>/*.ftl` under the key.
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs, reason = "the names say it, and the locale files say it in words")]
        pub enum Message<'a> {
            $($name $({ $($field: $type),+ })?,)*
        }

        impl<'a> Message<'a> {
            /// The key in the locale files.
            pub const fn key(&self) -> &'static str {
                match self {
                    $(Self::$name $({ $($field: _),+ })? => $key,)*
                }
            }

            /// The values in it, by the names that the locale files use.
            pub(super) fn arguments(&self) -> Vec<(&'static str, Argument<'a>)> {
                match *self {
                    $(Self::$name $({ $($field),+ })? => {
                        vec![$($((stringify!($field), Value::argument($field))),+)?]
                    })*
                }
            }

            /// Each message once, with sample values.
            #[cfg(test)]
            pub(super) fn samples() -> Vec<Self> {
                vec![$(Self::$name $({ $($field: <$type as Value<'a>>::sample()),+ })?),*]
            }
        }
    };
}

messages! {
    // Replies.
    Officially { term: &'a str, title: &'a str } = "officially",
    BelongsTo { term: &'a str, title: &'a str } = "belongs-to",
    Gloss { term: &'a str, line: &'a str } = "gloss",
    NotTheSame = "not-the-same",
    SameThing { first: &'a str, second: &'a str } = "same-thing",
    SameTopic { first: &'a str, second: &'a str, title: &'a str } = "same-topic",
    CompareTitle { first: &'a str, second: &'a str } = "compare-title",
    AlsoCalled { title: &'a str, term: &'a str } = "also-called",
    DidYouMean = "did-you-mean",
    LongText = "long-text",
    NoAnswer = "no-answer",
    NoAnswerContact { contact: &'a str } = "no-answer-contact",
    NoAnswerNoContact = "no-answer-no-contact",
    EmptyQuestion = "empty-question",
    UnknownTopic = "unknown-topic",
    ExplainFound { count: usize } = "explain-found",
    ExplainNothing = "explain-nothing",
    ReviewCompared { date: Date } = "review-compared",
    ReviewApproved { date: Date } = "review-approved",
    ReviewCheck = "review-check",
    ReviewLate { date: Date } = "review-late",
    OtherLanguageArticle { language: Language } = "other-language-article",
    SourceLanguage { language: Language } = "source-language",
    AlandLaws = "aland-laws",
    TimeLimits = "time-limits",
    TimeLimit { period: &'a str, starts: &'a str, law: &'a str } = "time-limit",
    TimeLimitExtension { period: &'a str } = "time-limit-extension",
    Years { count: usize } = "years",
    Months { count: usize } = "months",
    Weeks { count: usize } = "weeks",
    Days { count: usize } = "days",
    Hours { count: usize } = "hours",
    PersonalData { kinds: &'a str } = "personal-data",
    PersonalDataOnly = "personal-data-only",
    KindWithMask { kind: &'a str, mask: &'a str } = "kind-with-mask",
    KindIdentityCode = "kind-identity-code",
    KindEmail = "kind-email",
    KindPhone = "kind-phone",
    KindIban = "kind-iban",
    KindLongNumber = "kind-long-number",
    GuideOwnData = "guide-own-data",
    GuideDocument = "guide-document",
    HelpTitle = "help-title",
    HelpWhat = "help-what",
    HelpHowHeading = "help-how-heading",
    HelpHowAsk = "help-how-ask",
    HelpHowCompare = "help-how-compare",
    HelpHowNextStep = "help-how-next-step",
    HelpHowRequest = "help-how-request",
    HelpLimits = "help-limits",
    PrivacyTitle = "privacy-title",
    PrivacyNothingKept = "privacy-nothing-kept",
    PrivacyMessenger { service: &'a str } = "privacy-messenger",
    PrivacyGuard = "privacy-guard",
    Emergency = "emergency",
    EmergencyContact { contact: &'a str } = "emergency-contact",
    TryLater = "try-later",

    // Sessions of networks.
    SessionsTitle { network: &'a str } = "sessions-title",
    SessionsNone { network: &'a str } = "sessions-none",
    SessionsPast { network: &'a str } = "sessions-past",
    SessionsPaused { network: &'a str } = "sessions-paused",
    SessionStart { moment: DateTime } = "session-start",
    SessionWhen { moment: DateTime, length: &'a str } = "session-when",
    SessionTopic { topic: &'a str } = "session-topic",
    SessionSpeaker { speaker: &'a str } = "session-speaker",
    SessionLink { link: &'a str } = "session-link",
    SessionNote { note: &'a str } = "session-note",
    SessionHost { host: &'a str } = "session-host",
    SessionLanguage { language: Language } = "session-language",
    UnderWay { moment: DateTime } = "under-way",
    Unconfirmed = "unconfirmed",
    SkippedDate { moment: DateTime } = "skipped-date",
    NextIs { moment: DateTime } = "next-is",
    ThenIs { moment: DateTime } = "then-is",
    CalendarHere { network: &'a str, moment: DateTime } = "calendar-here",
    Followed { network: &'a str } = "followed",
    FollowedAlready { network: &'a str } = "followed-already",
    Unfollowed { network: &'a str } = "unfollowed",
    NotFollowed { network: &'a str } = "not-followed",
    FollowNobody = "follow-nobody",
    PrivateReminder = "private-reminder",
    ReminderTitle { network: &'a str, when: &'a str } = "reminder-title",
    Today = "today",
    Tomorrow = "tomorrow",
    InDays { count: usize } = "in-days",
    InMinutes { count: usize } = "in-minutes",
    HasStarted = "has-started",
    ReminderLate { moment: DateTime } = "reminder-late",
    MovedTitle { network: &'a str } = "moved-title",
    MovedNotice { before: DateTime, after: DateTime } = "moved-notice",
    MovedBackNotice { after: DateTime } = "moved-back-notice",
    SkippedTitle { network: &'a str } = "skipped-title",
    SkippedNotice { moment: DateTime } = "skipped-notice",
    RecapTitle { network: &'a str, date: Date } = "recap-title",
    StillOnTitle { network: &'a str } = "still-on-title",
    StillOn { network: &'a str, moment: DateTime } = "still-on",
    StillOnDeputy { hosts: &'a str } = "still-on-deputy",
    StillOnNoTopic = "still-on-no-topic",
    StillOnLink { link: &'a str } = "still-on-link",
    StillOnNoLink = "still-on-no-link",
    StillOnElse = "still-on-else",
    TroubleTitle { network: &'a str } = "trouble-title",
    TroubleAbout { network: &'a str, moment: DateTime } = "trouble-about",
    WhatToDoHeading = "what-to-do-heading",
    PassOnHeading = "pass-on-heading",
    Reason { reason: Reason } = "reason",
    WhatToDo { reason: Reason } = "what-to-do",
    ReceiptTitle { network: &'a str } = "receipt-title",
    ReceiptIntro { network: &'a str } = "receipt-intro",
    ReceiptLine { what: &'a str, place: &'a str, outcome: &'a str } = "receipt-line",
    ReceiptPrivate { what: &'a str, count: usize, outcome: &'a str } = "receipt-private",
    ReceiptNothing = "receipt-nothing",
    OutcomePlanned { moment: DateTime } = "outcome-planned",
    OutcomeTrying { count: usize } = "outcome-trying",
    OutcomeSent { due: DateTime, moment: ToTheSecond, count: usize } = "outcome-sent",
    OutcomeUnknown { reason: &'a str } = "outcome-unknown",
    OutcomeCancelled { reason: &'a str } = "outcome-cancelled",
    OutcomeMissed { reason: &'a str } = "outcome-missed",
    StatePlanned = "state-planned",
    StateClaimed = "state-claimed",
    StateSent = "state-sent",
    StateUnknown = "state-unknown",
    StateCancelled = "state-cancelled",
    StateMissed = "state-missed",
    PurposeReminder { lead: &'a str } = "purpose-reminder",
    PurposeStillOn = "purpose-still-on",
    PurposeStillOnDeputy = "purpose-still-on-deputy",
    PurposeMoved = "purpose-moved",
    PurposeSkipped = "purpose-skipped",
    PurposeRecap = "purpose-recap",
    PurposeTrouble = "purpose-trouble",
    PlaceChannel { id: &'a str } = "place-channel",
    PlaceHost = "place-host",
    PlaceAdmin = "place-admin",
    PlaceFollowers { count: usize } = "place-followers",
    LeadDays { count: usize } = "lead-days",
    LeadTime { length: &'a str } = "lead-time",
    Minutes { count: usize } = "minutes",
    WeekdayName { day: Weekday } = "weekday-name",
    RhythmOnce { moment: DateTime } = "rhythm-once",
    RhythmWeekly { every: usize, days: &'a str, time: Time } = "rhythm-weekly",
    RhythmMonthlyWeekday { every: usize, nth: usize, day: Weekday, time: Time } = "rhythm-monthly-weekday",
    RhythmMonthlyDate { every: usize, day: usize, time: Time } = "rhythm-monthly-date",
    RhythmYearly { every: usize, date: Date, time: Time } = "rhythm-yearly",
    SeriesLine { network: &'a str, rhythm: &'a str } = "series-line",
    PreviewDraftTitle { network: &'a str } = "preview-draft-title",
    PreviewTitle { network: &'a str } = "preview-title",
    PreviewNotSaved = "preview-not-saved",
    PreviewRhythm { rhythm: &'a str, length: &'a str } = "preview-rhythm",
    PreviewNoLink = "preview-no-link",
    PreviewDates = "preview-dates",
    PreviewReminders = "preview-reminders",
    PreviewPlaces { places: &'a str } = "preview-places",
    PreviewNowhere = "preview-nowhere",
    PreviewAsks { hosts: &'a str, days: usize } = "preview-asks",
    MarkSkipped = "mark-skipped",
    MarkMoved { moment: DateTime } = "mark-moved",
    MarkSummerTimeBegan = "mark-summer-time-began",
    MarkSummerTimeEnded = "mark-summer-time-ended",
    MarkClockChange = "mark-clock-change",
    MarkHoliday { holiday: &'a str } = "mark-holiday",
    MarkJuly = "mark-july",
    HolidayNewYearsDay = "holiday-new-years-day",
    HolidayEpiphany = "holiday-epiphany",
    HolidayGoodFriday = "holiday-good-friday",
    HolidayEasterSunday = "holiday-easter-sunday",
    HolidayEasterMonday = "holiday-easter-monday",
    HolidayMayDay = "holiday-may-day",
    HolidayAscensionDay = "holiday-ascension-day",
    HolidayWhitSunday = "holiday-whit-sunday",
    HolidayMidsummerEve = "holiday-midsummer-eve",
    HolidayMidsummerDay = "holiday-midsummer-day",
    HolidayAllSaintsDay = "holiday-all-saints-day",
    HolidayIndependenceDay = "holiday-independence-day",
    HolidayChristmasEve = "holiday-christmas-eve",
    HolidayChristmasDay = "holiday-christmas-day",
    HolidayBoxingDay = "holiday-boxing-day",
    HolidayNewYearsEve = "holiday-new-years-eve",
    StateDraft = "state-draft",
    StatePaused = "state-paused",
    StateEnded = "state-ended",
    ListIntro { count: usize } = "list-intro",
    ListNothing = "list-nothing",
    ListYours = "list-yours",
    ListLine { rhythm: &'a str, state: &'a str, number: &'a str } = "list-line",
    SessionsSaved { network: &'a str } = "sessions-saved",
    SessionsAlreadySaved { network: &'a str } = "sessions-already-saved",
    SessionsClash { network: &'a str, moment: DateTime } = "sessions-clash",
    Skipped { network: &'a str, moment: DateTime } = "skipped",
    SkippedAlready { network: &'a str, moment: DateTime } = "skipped-already",
    OnAgain { network: &'a str, moment: DateTime } = "on-again",
    Confirmed { network: &'a str, moment: DateTime } = "confirmed",
    ConfirmedAlready { network: &'a str, moment: DateTime } = "confirmed-already",
    MoveWhere { network: &'a str, moment: DateTime } = "move-where",
    Moved { network: &'a str, before: DateTime, after: DateTime } = "moved",
    MovedAlready { network: &'a str, moment: DateTime } = "moved-already",
    SetWhat { network: &'a str, moment: DateTime } = "set-what",
    SetDone { network: &'a str, moment: DateTime } = "set-done",
    SetSkipped { network: &'a str, moment: DateTime } = "set-skipped",
    Paused { network: &'a str } = "paused",
    PausedAlready { network: &'a str } = "paused-already",
    Resumed { network: &'a str } = "resumed",
    NotPaused { network: &'a str } = "not-paused",
    Ended { network: &'a str } = "ended",
    EndedLast { moment: DateTime } = "ended-last",
    RecapHow { network: &'a str, moment: DateTime } = "recap-how",
    RecapKept { network: &'a str, moment: DateTime } = "recap-kept",
    RecapChanged { network: &'a str, moment: DateTime } = "recap-changed",
    RecapSkipped { network: &'a str, moment: DateTime } = "recap-skipped",
    RecapTooEarly { network: &'a str, moment: DateTime } = "recap-too-early",
    RecapTooLong { lines: usize, count: usize } = "recap-too-long",
    SessionsHostsOnly { network: &'a str, hosts: &'a str } = "sessions-hosts-only",
    SessionsAdminOnly { network: &'a str } = "sessions-admin-only",
    SessionsNotAHost = "sessions-not-a-host",
    SessionsNotYourDraft = "sessions-not-your-draft",
    SessionsWhoAreYou = "sessions-who-are-you",
    SessionsNoNetworks = "sessions-no-networks",
    SessionsUnknownNetwork { name: &'a str } = "sessions-unknown-network",
    SessionsWhichNetwork = "sessions-which-network",
    SessionsNetworkGone { network: &'a str } = "sessions-network-gone",
    SessionsNothingYours = "sessions-nothing-yours",
    SessionsWhichSeries = "sessions-which-series",
    SessionsWhichDate { network: &'a str } = "sessions-which-date",
    SessionsNoSuchDate { network: &'a str, date: &'a str } = "sessions-no-such-date",
    SessionsDateOver { network: &'a str, moment: DateTime } = "sessions-date-over",
    SessionsAlreadyEnded { network: &'a str } = "sessions-already-ended",
    SessionsNotSaved = "sessions-not-saved",
    SessionsDraftGone = "sessions-draft-gone",
    WhenUnclear = "when-unclear",
    WhenUnknown { piece: &'a str } = "when-unknown",
    WhenNoTime = "when-no-time",
    WhenNoDay = "when-no-day",
    WhenNoSuch { piece: &'a str } = "when-no-such",
    WhenWrongWeekday { piece: &'a str, day: Weekday, date: Date } = "when-wrong-weekday",
    WhenPast { date: Date } = "when-past",
    WhenTooFar { date: Date } = "when-too-far",
    WhenTooOften = "when-too-often",
    WhenTooSeldom = "when-too-seldom",
    SessionsInThePast { moment: DateTime } = "sessions-in-the-past",
    SessionsNoDates = "sessions-no-dates",
    SessionsLengthUnclear = "sessions-length-unclear",
    SessionsLeadsUnclear = "sessions-leads-unclear",
    SessionsLinkUnclear = "sessions-link-unclear",
    SessionsTooLong { count: usize } = "sessions-too-long",
    SessionsIdentityCode = "sessions-identity-code",
    ButtonSave = "button-save",
    ButtonReceipt = "button-receipt",
    ButtonPreview = "button-preview",
    ButtonStillOn = "button-still-on",
    ButtonMoveBack = "button-move-back",
    ButtonTopic = "button-topic",
    ButtonResume = "button-resume",
    ButtonFollow = "button-follow",
    ButtonUnfollow = "button-unfollow",
    ButtonNext = "button-next",
    ButtonCalendar = "button-calendar",
    ButtonYes = "button-yes",
    ButtonMove = "button-move",
    ButtonSkip = "button-skip",

    // What only the municipality knows.
    LocalMissing = "local-missing",
    LocalName { value: &'a str } = "local-name",
    LocalPhone { value: &'a str } = "local-phone",
    LocalEmail { value: &'a str } = "local-email",
    LocalDeputy { value: &'a str } = "local-deputy",
    LocalHours { value: &'a str } = "local-hours",
    LocalAddress { value: &'a str } = "local-address",
    LocalContact { value: &'a str } = "local-contact",
    LocalOncall { value: &'a str } = "local-oncall",
    LocalLink { value: &'a str } = "local-link",
    LocalDpoTitle = "local-dpo-title",
    LocalDpoRole = "local-dpo-role",
    LocalInfosecTitle = "local-infosec-title",
    LocalInfosecRole = "local-infosec-role",
    LocalHelpdeskTitle = "local-helpdesk-title",
    LocalHelpdeskRole = "local-helpdesk-role",
    LocalRegistryTitle = "local-registry-title",
    LocalRegistryRole = "local-registry-role",
    LocalCountyTitle = "local-county-title",
    LocalCountyRole = "local-county-role",

    // The chat and the command line.
    Welcome { topics: usize } = "welcome",
    WelcomeHint = "welcome-hint",
    FilesLeftOut { count: usize } = "files-left-out",
    ChatCommands = "chat-commands",
    UnknownCommand { command: &'a str } = "unknown-command",
    NoSuchChoice { number: usize } = "no-such-choice",
    ChooseHint = "choose-hint",
    NextHeading = "next-heading",
    LanguageSet { language: Language } = "language-set",
    LanguageUnknown = "language-unknown",
    ExplainUsage = "explain-usage",
    SessionCommands = "session-commands",
    SessionUsage { command: &'a str } = "session-usage",
    SessionUnknown { word: &'a str } = "session-unknown",
    SessionUnknownMeant { word: &'a str, meant: &'a str } = "session-unknown-meant",
    SessionNoNetworks = "session-no-networks",
    SessionWhichNetwork { networks: &'a str } = "session-which-network",
    SessionChangedMeanwhile = "session-changed-meanwhile",
    SessionLookAgain = "session-look-again",
    FileSaved { name: &'a str } = "file-saved",
    FileNotSaved { name: &'a str } = "file-not-saved",
    RehearsalNothing { from: Date, to: Date } = "rehearsal-nothing",
    RehearsalSummary { count: usize } = "rehearsal-summary",
    Sources = "sources",
    ReadInLanguage { language: Language } = "read-in-language",
    Goodbye = "goodbye",
    Reloaded { articles: usize, changed: usize, milliseconds: usize } = "reloaded",
    ReloadRefused { count: usize } = "reload-refused",
    ReloadBuiltIn = "reload-built-in",
    CheckClean { files: usize } = "check-clean",
    CheckFound { errors: usize, warnings: usize, files: usize } = "check-found",
    ErrorLabel = "error-label",
    WarningLabel = "warning-label",

    // Discord.
    CommandAsk = "command-ask",
    CommandAskAbout = "command-ask-about",
    CommandTerm = "command-term",
    CommandTermAbout = "command-term-about",
    CommandCompare = "command-compare",
    CommandCompareAbout = "command-compare-about",
    CommandHelp = "command-help",
    CommandHelpAbout = "command-help-about",
    CommandAdmin = "command-admin",
    CommandAdminAbout = "command-admin-about",
    CommandReload = "command-reload",
    CommandReloadAbout = "command-reload-about",
    CommandSession = "command-session",
    CommandSessionAbout = "command-session-about",
    CommandSessionAnnounce = "command-session-announce",
    CommandSessionAnnounceAbout = "command-session-announce-about",
    CommandSessionList = "command-session-list",
    CommandSessionListAbout = "command-session-list-about",
    CommandSessionPreview = "command-session-preview",
    CommandSessionPreviewAbout = "command-session-preview-about",
    CommandSessionSkip = "command-session-skip",
    CommandSessionSkipAbout = "command-session-skip-about",
    CommandSessionMove = "command-session-move",
    CommandSessionMoveAbout = "command-session-move-about",
    CommandSessionSet = "command-session-set",
    CommandSessionSetAbout = "command-session-set-about",
    CommandSessionConfirm = "command-session-confirm",
    CommandSessionConfirmAbout = "command-session-confirm-about",
    CommandSessionPause = "command-session-pause",
    CommandSessionPauseAbout = "command-session-pause-about",
    CommandSessionResume = "command-session-resume",
    CommandSessionResumeAbout = "command-session-resume-about",
    CommandSessionEnd = "command-session-end",
    CommandSessionEndAbout = "command-session-end-about",
    CommandSessionReceipt = "command-session-receipt",
    CommandSessionReceiptAbout = "command-session-receipt-about",
    CommandSessionRecap = "command-session-recap",
    CommandSessionRecapAbout = "command-session-recap-about",
    CommandSessionFollow = "command-session-follow",
    CommandSessionFollowAbout = "command-session-follow-about",
    CommandSessionUnfollow = "command-session-unfollow",
    CommandSessionUnfollowAbout = "command-session-unfollow-about",
    CommandSessionNext = "command-session-next",
    CommandSessionNextAbout = "command-session-next-about",
    CommandSessionCalendar = "command-session-calendar",
    CommandSessionCalendarAbout = "command-session-calendar-about",
    CommandExplain = "command-explain",
    OptionQuestion = "option-question",
    OptionQuestionAbout = "option-question-about",
    OptionShare = "option-share",
    OptionShareAbout = "option-share-about",
    OptionTerm = "option-term",
    OptionTermAbout = "option-term-about",
    OptionFirst = "option-first",
    OptionSecond = "option-second",
    OptionNetwork = "option-network",
    OptionNetworkAbout = "option-network-about",
    OptionSeries = "option-series",
    OptionSeriesAbout = "option-series-about",
    OptionDate = "option-date",
    OptionDateAbout = "option-date-about",
    OptionDateOrNextAbout = "option-date-or-next-about",
    OptionChannel = "option-channel",
    OptionChannelAbout = "option-channel-about",
    OptionTo = "option-to",
    OptionToAbout = "option-to-about",
    OptionTopic = "option-topic",
    OptionTopicAbout = "option-topic-about",
    OptionSpeaker = "option-speaker",
    OptionSpeakerAbout = "option-speaker-about",
    OptionLink = "option-link",
    OptionLinkAbout = "option-link-about",
    OptionNote = "option-note",
    OptionNoteAbout = "option-note-about",
    OptionText = "option-text",
    OptionTextAbout = "option-text-about",
    ButtonMore = "button-more",
    ButtonShare = "button-share",
    ButtonPrivately = "button-privately",
    ButtonAskPrivately = "button-ask-privately",
    ButtonAskAgain = "button-ask-again",
    FormTitle = "form-title",
    FormField = "form-field",
    FormHint = "form-hint",
    AnnounceTitle = "announce-title",
    AnnounceWhen = "announce-when",
    AnnounceWhenHint = "announce-when-hint",
    AnnounceLength = "announce-length",
    AnnounceLengthHint = "announce-length-hint",
    AnnounceLink = "announce-link",
    AnnounceLinkHint = "announce-link-hint",
    AnnounceReminders = "announce-reminders",
    AnnounceRemindersHint = "announce-reminders-hint",
    AnnounceTopic = "announce-topic",
    AnnounceTopicHint = "announce-topic-hint",
    ButtonChangeForm = "button-change-form",
    ChannelNotYours = "channel-not-yours",
    FormMoveTitle = "form-move-title",
    FormMoveField = "form-move-field",
    FormMoveHint = "form-move-hint",
    FormSetTitle = "form-set-title",
    FormSetTopic = "form-set-topic",
    FormSetSpeaker = "form-set-speaker",
    FormSetLink = "form-set-link",
    FormSetNote = "form-set-note",
    FormSetHint = "form-set-hint",
    FormRecapTitle = "form-recap-title",
    FormRecapField = "form-recap-field",
    FormRecapHint = "form-recap-hint",
    AnswerPrivately = "answer-privately",
    OnlyForYou = "only-for-you",
    Shared = "shared",
    MayNotWrite = "may-not-write",
    AdminsOnly = "admins-only",
    ProblemsLeft { count: usize } = "problems-left",

    // What is wrong with an article.
    NotReadable { cause: &'a str } = "not-readable",
    NotUtf8 = "not-utf8",
    UnknownFolder { name: &'a str, suggestion: &'a str } = "unknown-folder",
    FileName = "file-name",
    NoArticles = "no-articles",
    NoFrontMatter = "no-front-matter",
    UnclosedFrontMatter = "unclosed-front-matter",
    InvalidToml { message: &'a str } = "invalid-toml",
    UnknownKey { name: &'a str } = "unknown-key",
    UnknownKeyMeant { name: &'a str, suggestion: &'a str } = "unknown-key-meant",
    MissingKey { name: &'a str } = "missing-key",
    EmptyValue { name: &'a str } = "empty-value",
    ExpectedText { name: &'a str } = "expected-text",
    ExpectedTexts { name: &'a str } = "expected-texts",
    ExpectedDate { name: &'a str } = "expected-date",
    ExpectedTables { name: &'a str } = "expected-tables",
    UnknownStatus { value: &'a str } = "unknown-status",
    UnknownSourceLanguage { value: &'a str } = "unknown-source-language",
    QuestionCount { count: usize } = "question-count",
    GistTooLong { words: usize } = "gist-too-long",
    NoSources = "no-sources",
    SourceNotHttps { url: &'a str } = "source-not-https",
    ReviewedInFuture { date: Date } = "reviewed-in-future",
    ReviewByBeforeReviewed { date: Date } = "review-by-before-reviewed",
    ReviewOverdue { date: Date } = "review-overdue",
    DeadlineOutsideProcedure = "deadline-outside-procedure",
    InvalidPeriod { value: &'a str } = "invalid-period",
    DuplicateDeadline { name: &'a str } = "duplicate-deadline",
    UnknownRelated { topic: &'a str } = "unknown-related",
    UnknownRelatedMeant { topic: &'a str, suggestion: &'a str } = "unknown-related-meant",
    RelatedToItself = "related-to-itself",
    DuplicateTopic { other: &'a str } = "duplicate-topic",
    MissingSibling { file: &'a str } = "missing-sibling",
    MissingAnswer = "missing-answer",
    AnswerTooLong { words: usize } = "answer-too-long",
    TextBeforeSections = "text-before-sections",
    HeadingLevel = "heading-level",
    HeadingWithoutId { heading: &'a str } = "heading-without-id",
    UnknownSection { name: &'a str } = "unknown-section",
    UnknownSectionMeant { name: &'a str, suggestion: &'a str } = "unknown-section-meant",
    DuplicateSection { name: &'a str } = "duplicate-section",
    EmptySection { name: &'a str } = "empty-section",
    RawHtml { html: &'a str } = "raw-html",
    StrayDelimiter = "stray-delimiter",
    UnknownPlaceholder { name: &'a str } = "unknown-placeholder",
    UnknownPlaceholderMeant { name: &'a str, suggestion: &'a str } = "unknown-placeholder-meant",
    BrokenPlaceholder = "broken-placeholder",
    UnsupportedImage = "unsupported-image",
    UnsupportedTable = "unsupported-table",
    UnsupportedCode = "unsupported-code",
    UnsupportedQuote = "unsupported-quote",
    UnsupportedNestedList = "unsupported-nested-list",
    UnsupportedRule = "unsupported-rule",
    UnsupportedMarkup = "unsupported-markup",
    LinkInProse = "link-in-prose",
    QuestionAstray { question: &'a str, topic: &'a str } = "question-astray",
    QuestionLost { question: &'a str } = "question-lost",
}
