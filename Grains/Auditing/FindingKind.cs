namespace Tocsin.Auditing;

/// <summary>What is wrong. In the audit's output in camelCase; <c>docs/audit.md</c> says what each means and what to do.</summary>
public enum FindingKind
{
    /// <summary>An event's version is not the one after its stream's last.</summary>
    VersionGap,

    /// <summary>A position does not lie behind the one before it.</summary>
    PositionNotRising,

    /// <summary>An event says that it was recorded before the one in front of it.</summary>
    RecordedAtFell,

    /// <summary>The events of one command do not stand together: their positions have a gap, or their times of recording differ.</summary>
    AppendTorn,

    /// <summary>A hash does not follow from the hash before it and the line.</summary>
    HashWrong,

    /// <summary>The line says something else than the columns beside it.</summary>
    LineDiffers,

    /// <summary>An event cannot be read or folded by this program.</summary>
    Unreadable,

    /// <summary>The journal ends elsewhere than the row that counts its positions says (PostgreSQL).</summary>
    EndDiffers,

    /// <summary>What a seal was made over is not what stands in the journal.</summary>
    SealBroken,

    /// <summary>
    /// A seal does not bear the signature of this deployment's key, or the seal before it is not the one that it was made behind.
    /// </summary>
    SealForged,

    /// <summary>Events were recorded for several minutes and nobody sealed them.</summary>
    Unsealed,

    /// <summary>A unit is on two incidents.</summary>
    TwoIncidents,

    /// <summary>An assignment changed on the incident and not on the unit, or the other way round.</summary>
    OneSided,

    /// <summary>The unit's stream and the incidents do not agree on where the unit is.</summary>
    HolderDiffers,

    /// <summary>A closed incident has somebody on it.</summary>
    ClosedWithUnit,

    /// <summary>
    /// An event says something of a clock that is not so: there is no such clock, it is silent, its limit had not passed, or had.
    /// </summary>
    ClockWithoutCause,

    /// <summary>A clock was said to be overdue a second time, without a withdrawal between.</summary>
    ClockFiredTwice,

    /// <summary>A clock had something to fire for over a minute while the journal was written, and did not.</summary>
    ClockUnfired,

    /// <summary>A stream has events and no board row.</summary>
    BoardMissing,

    /// <summary>A board row has no events.</summary>
    BoardWithoutEvents,

    /// <summary>A board row is at another version than its stream.</summary>
    BoardVersion,

    /// <summary>A board row is at its stream's version and says something else than the events come to.</summary>
    BoardDiffers,

    /// <summary>A narrow row is missing.</summary>
    RowMissing,

    /// <summary>A narrow row says something else than the events come to.</summary>
    RowDiffers,

    /// <summary>A narrow row belongs to nothing.</summary>
    RowWithoutEvents,

    /// <summary>
    /// Lists find a thing by something else than its events come to, or it holds a name too many or too few.
    /// </summary>
    ListingDiffers,

    /// <summary>A keyed command's row points to an event that is not there.</summary>
    CommandNowhere,

    /// <summary>Two incidents have one number.</summary>
    NumberTwice,
}
