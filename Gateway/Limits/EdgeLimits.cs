namespace Tocsin.Limits;

/// <summary>
/// Every limit that the edge keeps, by name. Lengths of text are counted in UTF-16 code units, as .NET and JavaScript count them: a rare
/// character outside the basic plane counts two.
/// </summary>
public static class EdgeLimits
{
    /// <summary>The longest body, in bytes.</summary>
    public const int BodyBytesMax = 256 * 1024;

    /// <summary>The longest body of <c>POST /positions</c>, in bytes.</summary>
    public const int PositionsBodyBytesMax = 1024 * 1024;

    /// <summary>
    /// The longest body that is still read to its end, and thrown away, when it is refused as too long: who sends a little too much gets the answer; who sends
    /// more may lose it with the connection.
    /// </summary>
    public const int BodyBytesDrained = 4 * PositionsBodyBytesMax;

    /// <summary>How deep JSON may nest: the deepest body of the contract, a MultiPolygon in a station, needs 6.</summary>
    public const int BodyDepthMax = 16;

    /// <summary>How many wrong fields one answer names.</summary>
    public const int FieldErrorsMax = 100;

    /// <summary>How much of a client's own field name an answer repeats.</summary>
    public const int EchoedNameMax = 60;

    /// <summary>Category, kind, station, disposition, outcome, name, call sign, line, capability, name of a crew member.</summary>
    public const int WordMax = 100;

    /// <summary>An address.</summary>
    public const int AddressMax = 200;

    /// <summary>A reason.</summary>
    public const int ReasonMax = 500;

    /// <summary>A note or a narrative.</summary>
    public const int NarrativeMax = 4_000;

    /// <summary>A message to or from a unit.</summary>
    public const int MessageMax = 1_000;

    /// <summary>A caller's number.</summary>
    public const int CallerNumberMax = 32;

    /// <summary>Units in one assignment.</summary>
    public const int UnitIdsMax = 50;

    /// <summary>Names in a crew.</summary>
    public const int CrewMax = 20;

    /// <summary>Capabilities of a unit.</summary>
    public const int CapabilitiesMax = 50;

    /// <summary>Words in the results of a feedback.</summary>
    public const int ResultsMax = 50;

    /// <summary>Positions in a batch.</summary>
    public const int PositionsMax = 1_000;

    /// <summary>Points of a track in one answer.</summary>
    public const int TrackPointsMax = 5_000;

    /// <summary>The time of a track, when nothing is said.</summary>
    public static readonly TimeSpan TrackDefault = TimeSpan.FromHours(1);

    /// <summary>Points in the area of a station.</summary>
    public const int AreaPointsMax = 10_000;

    /// <summary>The most urgent priority.</summary>
    public const int PriorityMin = 1;

    /// <summary>The least urgent priority.</summary>
    public const int PriorityMax = 4;

    /// <summary>Metres per second: faster than any vehicle or aircraft of a police force.</summary>
    public const double SpeedMax = 1_000;

    /// <summary>Degrees from north.</summary>
    public const double HeadingMax = 360;

    /// <summary>A page, when nothing is said.</summary>
    public const int PageDefault = 50;

    /// <summary>The longest page.</summary>
    public const int PageMax = 200;

    /// <summary>Recommendations, when nothing is said.</summary>
    public const int RecommendationsDefault = 5;

    /// <summary>The most recommendations.</summary>
    public const int RecommendationsMax = 50;

    /// <summary>A search text.</summary>
    public const int SearchMax = 200;

    /// <summary>The words by which duplicates are looked for: what fits into an address of the web, also where each letter takes nine.</summary>
    public const int DuplicateWordsMax = 400;

    /// <summary>A cursor.</summary>
    public const int CursorMax = 200;

    /// <summary>The longest time that a report may cover.</summary>
    public static readonly TimeSpan ReportMax = TimeSpan.FromDays(400);

    /// <summary>An <c>Idempotency-Key</c>: printable ASCII.</summary>
    public const int KeyMax = 128;

    /// <summary>The subject of a token.</summary>
    public const int SubjectMax = 100;

    /// <summary>The earliest time that may be reported.</summary>
    public static readonly DateTimeOffset InstantMin = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far a reported time may be ahead of the server's clock.</summary>
    public static readonly TimeSpan AheadMax = TimeSpan.FromSeconds(5);

    /// <summary>All headers of a request, in bytes: room for a large token.</summary>
    public const int HeadersBytesMax = 32 * 1024;

    /// <summary>Connections at once: consoles, devices and machines of a nation's centre, each with one.</summary>
    public const int ConnectionsMax = 20_000;

    /// <summary>How many validated tokens are remembered.</summary>
    public const int RememberedTokensMax = 20_000;

    /// <summary>How long a validated token is believed without a second look.</summary>
    public static readonly TimeSpan RememberedTokenAge = TimeSpan.FromSeconds(60);

    /// <summary>How far the clock of a token's issuer may differ.</summary>
    public static readonly TimeSpan TokenClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>How long a development token is good.</summary>
    public static readonly TimeSpan DevTokenLifetime = TimeSpan.FromHours(12);
}
