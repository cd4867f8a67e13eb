namespace Tocsin.Auditing;

/// <summary>What is wrong. Written in camelCase; <c>docs/audit.md</c> says what each means and what to do.</summary>
public enum FindingKind
{
    /// <summary>The version of an event is not one more than that of the event before it in its stream.</summary>
    VersionGap,

    /// <summary>A position is not greater than the one before it.</summary>
    PositionNotRising,

    /// <summary>A position is missing: positions are counted without gaps.</summary>
    PositionGap,

    /// <summary>An event was recorded earlier than the event before it.</summary>
    RecordedAtFell,

    /// <summary>The events of one command are not together: there is a gap in their positions, or their recording times differ.</summary>
    AppendTorn,

    /// <summary>A hash is not that of the hash before it and the line.</summary>
    HashWrong,

    /// <summary>The line differs from the columns beside it.</summary>
    LineDiffers,

    /// <summary>An event cannot be read or folded by this program.</summary>
    Unreadable,

    /// <summary>The last position is not the one in the counter row (PostgreSQL).</summary>
    EndDiffers,

    /// <summary>The events that a seal was made over are not those in the journal.</summary>
    SealBroken,

    /// <summary>
    /// A seal was not signed with this deployment's key, or the seal before it is not the one that it was made after.
    /// </summary>
    SealForged,

    /// <summary>Events were recorded for longer than sealing may take, and no seal that can be checked covers them.</summary>
    Unsealed,

    /// <summary>A seal of the copy is not in the database.</summary>
    SealMissing,

    /// <summary>A seal of the copy is another one in the database.</summary>
    SealDiffers,

    /// <summary>The journal ends before the position that the newest seal of the copy covers.</summary>
    EventsMissing,

    /// <summary>A line of the copy is no whole seal, or its seal is not signed with the key.</summary>
    CopyDamaged,

    /// <summary>A unit is on two incidents.</summary>
    TwoIncidents,

    /// <summary>An assignment changed on the incident and not on the unit, or the other way round.</summary>
    OneSided,

    /// <summary>The unit's stream and the incidents do not agree on where the unit is.</summary>
    HolderDiffers,

    /// <summary>A closed incident has an active assignment.</summary>
    ClosedWithUnit,

    /// <summary>
    /// An event about a clock is wrong: there is no such clock, it is silent, or its limit had not passed (for a withdrawal: had passed).
    /// </summary>
    ClockWithoutCause,

    /// <summary>A clock was reported as overdue twice, without a withdrawal in between.</summary>
    ClockFiredTwice,

    /// <summary>A clock was due for over a minute while the journal was being written, and did not fire.</summary>
    ClockUnfired,

    /// <summary>A stream has events and no board row.</summary>
    BoardMissing,

    /// <summary>A board row has no events.</summary>
    BoardWithoutEvents,

    /// <summary>A board row is at another version than its stream.</summary>
    BoardVersion,

    /// <summary>A board row is at its stream's version and differs from what the events lead to.</summary>
    BoardDiffers,

    /// <summary>A narrow row is missing.</summary>
    RowMissing,

    /// <summary>A narrow row differs from what the events lead to.</summary>
    RowDiffers,

    /// <summary>A narrow row belongs to no stream.</summary>
    RowWithoutEvents,

    /// <summary>
    /// The listing or the claimed names of a thing differ from what its events lead to.
    /// </summary>
    ListingDiffers,

    /// <summary>The row of a keyed command refers to an event that does not exist.</summary>
    CommandNowhere,

    /// <summary>Two incidents have the same number.</summary>
    NumberTwice,

    /// <summary>The table of erasures is not a chain, or names a line that there is not.</summary>
    ErasureBroken,

    /// <summary>A text of a stream cannot be read, and no event says that it was erased.</summary>
    ErasureUnsaid,

    /// <summary>A line or a board row does not fit its checksum, or the database itself cannot read a part of what it stores.</summary>
    Damaged,

    /// <summary>The access log is not the one that was sealed: a span, or a row of it, was changed or removed.</summary>
    AccessBroken,
}
