-- Known by these four bytes, "Ledr": a file of another program is never taken for a store.
PRAGMA application_id = 1281713266;

-- One row: who this installation is, and where planning stands.
CREATE TABLE meta (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    feed_secret TEXT NOT NULL,
    planned_at INTEGER,
    restored_at INTEGER
) STRICT;

CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    network TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'active', 'paused', 'ended')),
    start TEXT NOT NULL,
    zone TEXT NOT NULL,
    duration_minutes INTEGER NOT NULL CHECK (duration_minutes BETWEEN 0 AND 65535),
    rule TEXT,
    ends_on TEXT,
    link TEXT,
    about TEXT,
    -- Separated by blanks.
    targets TEXT NOT NULL,
    leads TEXT NOT NULL,
    host TEXT NOT NULL,
    since INTEGER NOT NULL,
    sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE changes (
    series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    original TEXT NOT NULL,
    is_skipped INTEGER NOT NULL CHECK (is_skipped IN (0, 1)),
    moved_to TEXT,
    topic TEXT,
    speaker TEXT,
    link TEXT,
    note TEXT,
    recap TEXT,
    is_confirmed INTEGER NOT NULL CHECK (is_confirmed IN (0, 1)),
    -- When what tells of a change is due.
    changed_at INTEGER,
    recap_at INTEGER,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (series, original)
) STRICT;

CREATE TABLE follows (
    person TEXT NOT NULL,
    network TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('sv', 'fi', 'en')),
    since INTEGER NOT NULL,
    PRIMARY KEY (person, network)
) STRICT;

CREATE TABLE outbox (
    -- Numbers are never used again.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    purpose TEXT NOT NULL,
    target TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'claimed', 'sent', 'unknown', 'cancelled', 'missed')),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    first_try_at INTEGER,
    not_before INTEGER NOT NULL,
    -- Tries of which nobody knows whether the message is there, the one under way included.
    open_tries INTEGER NOT NULL DEFAULT 0 CHECK (open_tries >= 0),
    claimed_by TEXT,
    claimed_until INTEGER,
    settled_at INTEGER,
    message_id TEXT,
    message_link TEXT,
    reason TEXT CHECK (reason IN (
        'skipped', 'moved', 'paused', 'ended', 'unfollowed', 'answered', 'gone', 'too_late', 'forbidden',
        'not_found', 'rejected', 'history_unreadable', 'restored'
    )),
    -- Whether somebody has been told that it is missed or unknown.
    told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)),
    UNIQUE (subject, occurrence, purpose, target),
    CHECK ((state = 'claimed') = (claimed_by IS NOT NULL)),
    CHECK ((state = 'claimed') = (claimed_until IS NOT NULL)),
    CHECK ((state = 'sent') = (message_id IS NOT NULL))
) STRICT;

CREATE INDEX outbox_due ON outbox (due_at, id);
CREATE INDEX outbox_planned ON outbox (not_before) WHERE state = 'planned';
CREATE INDEX outbox_claimed ON outbox (target, claimed_until) WHERE state = 'claimed';
CREATE INDEX outbox_untold ON outbox (due_at, id) WHERE told = 0 AND state IN ('missed', 'unknown');

CREATE TABLE lease (
    name TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    held_until INTEGER NOT NULL
) STRICT;
