namespace Tocsin.Limits;

/// <summary>
/// The limits of the contract, by name: the edge enforces them, and everything behind it may rely on them. Lengths of text are counted in
/// UTF-16 code units, as .NET and JavaScript count them: a rare character outside the basic plane counts two. The length of an id is
/// <see cref="Identity.EntityIdRule.MaxLength"/>; limits of run cards and timing policies are with their types.
/// </summary>
public static class ContractLimits
{
    /// <summary>
    /// The longest category, kind, station, disposition, outcome, name, call sign, line, capability, result word and name of a crew member.
    /// </summary>
    public const int WordMax = 100;

    /// <summary>The longest address, in characters.</summary>
    public const int AddressMax = 200;

    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonMax = 500;

    /// <summary>The longest narrative or note, in characters.</summary>
    public const int NarrativeMax = 4_000;

    /// <summary>The longest message to or from a unit, in characters.</summary>
    public const int MessageMax = 1_000;

    /// <summary>The longest number of a caller, in characters.</summary>
    public const int CallerNumberMax = 32;

    /// <summary>The longest subject of a token, in characters.</summary>
    public const int SubjectMax = 100;

    /// <summary>The longest <c>Idempotency-Key</c>, in printable ASCII characters.</summary>
    public const int KeyMax = 128;

    /// <summary>The most units that one assignment names.</summary>
    public const int UnitIdsMax = 50;

    /// <summary>The most names of a crew.</summary>
    public const int CrewMax = 20;

    /// <summary>The most capabilities of a unit.</summary>
    public const int CapabilitiesMax = 50;

    /// <summary>The most words in the results of one feedback.</summary>
    public const int ResultsMax = 50;

    /// <summary>The most urgent priority.</summary>
    public const int PriorityMin = 1;

    /// <summary>The least urgent priority.</summary>
    public const int PriorityMax = 4;

    /// <summary>The greatest latitude either way, in WGS 84 degrees.</summary>
    public const double LatitudeMax = 90;

    /// <summary>The greatest longitude either way, in WGS 84 degrees.</summary>
    public const double LongitudeMax = 180;

    /// <summary>The most points in the area of a station or a run card.</summary>
    public const int AreaPointsMax = 10_000;

    /// <summary>The greatest speed, in metres per second: faster than any vehicle or aircraft of a police force.</summary>
    public const double SpeedMax = 1_000;

    /// <summary>The greatest heading, in degrees clockwise from north.</summary>
    public const double HeadingMax = 360;

    /// <summary>The most positions in one batch.</summary>
    public const int PositionsMax = 1_000;

    /// <summary>The most points of a track in one answer.</summary>
    public const int TrackPointsMax = 5_000;

    /// <summary>The calls of an incident that its view shows: the first 20.</summary>
    public const int CallsShownMax = 20;

    /// <summary>The items of a page when the request does not say.</summary>
    public const int PageDefault = 50;

    /// <summary>The most items of a page.</summary>
    public const int PageMax = 200;

    /// <summary>The longest cursor, in characters.</summary>
    public const int CursorMax = 200;

    /// <summary>The longest search text, in characters.</summary>
    public const int SearchMax = 200;

    /// <summary>The longest words by which duplicates are looked for over HTTP, in characters.</summary>
    public const int DuplicateWordsMax = 400;

    /// <summary>The recommended units when the request does not say how many.</summary>
    public const int RecommendationsDefault = 5;

    /// <summary>The most recommended units.</summary>
    public const int RecommendationsMax = 50;

    /// <summary>The earliest time that may be reported: 2000-01-01, UTC.</summary>
    public static readonly DateTimeOffset InstantMin = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far a reported time may be ahead of the server's clock: 5 s.</summary>
    public static readonly TimeSpan AheadMax = TimeSpan.FromSeconds(5);

    /// <summary>The time of a track when the request does not say: 1 h.</summary>
    public static readonly TimeSpan TrackDefault = TimeSpan.FromHours(1);

    /// <summary>The longest time that a report covers: 400 days.</summary>
    public static readonly TimeSpan ReportMax = TimeSpan.FromDays(400);
}
