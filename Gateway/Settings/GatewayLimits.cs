namespace Tocsin.Settings;

/// <summary>
/// The limits of the HTTP contract and of the server, by name. Lengths of text are counted in UTF-16 code units, as .NET and JavaScript
/// count them: a rare character outside the basic plane counts two.
/// </summary>
public static class GatewayLimits
{
    /// <summary>The longest body, in bytes: 256 KiB.</summary>
    public const int BodyBytesMax = 256 * 1024;

    /// <summary>The longest body of <c>POST /positions</c>, in bytes: 1 MiB.</summary>
    public const int PositionsBodyBytesMax = 1024 * 1024;

    /// <summary>
    /// The longest body that is still read to its end, and discarded, when it is refused as too long, in bytes: 4 MiB. A client that
    /// sends a little too much gets the 413; one that sends more may lose it with the connection.
    /// </summary>
    public const int BodyBytesDrained = 4 * PositionsBodyBytesMax;

    /// <summary>How deep JSON may nest: the deepest body of the contract, a MultiPolygon in a station, needs 6.</summary>
    public const int BodyDepthMax = 16;

    /// <summary>The most field errors in one answer.</summary>
    public const int FieldErrorsMax = 100;

    /// <summary>The most characters of a client's own field name that an answer repeats.</summary>
    public const int EchoedNameMax = 60;

    /// <summary>
    /// The longest category, kind, station, disposition, outcome, name, call sign, line, capability and crew member's name.
    /// </summary>
    public const int WordMax = 100;

    /// <summary>The longest address.</summary>
    public const int AddressMax = 200;

    /// <summary>The longest reason.</summary>
    public const int ReasonMax = 500;

    /// <summary>The longest note or narrative.</summary>
    public const int NarrativeMax = 4_000;

    /// <summary>The longest message to or from a unit.</summary>
    public const int MessageMax = 1_000;

    /// <summary>The longest caller's number.</summary>
    public const int CallerNumberMax = 32;

    /// <summary>The most units in one assignment.</summary>
    public const int UnitIdsMax = 50;

    /// <summary>The most names in a crew.</summary>
    public const int CrewMax = 20;

    /// <summary>The most capabilities of a unit.</summary>
    public const int CapabilitiesMax = 50;

    /// <summary>The most words in the results of a feedback.</summary>
    public const int ResultsMax = 50;

    /// <summary>The most positions in a batch.</summary>
    public const int PositionsMax = 1_000;

    /// <summary>The longest name of what measured a position.</summary>
    public const int PositionSourceMax = 40;

    /// <summary>The largest radius of accuracy, in metres: a cell of a mobile network is smaller.</summary>
    public const double AccuracyMetersMax = 100_000;

    /// <summary>The most points of a track in one answer.</summary>
    public const int TrackPointsMax = 5_000;

    /// <summary>How far back a track goes without <c>from</c>: 1 h.</summary>
    public static readonly TimeSpan TrackDefault = TimeSpan.FromHours(1);

    /// <summary>The most points in an area.</summary>
    public const int AreaPointsMax = 10_000;

    /// <summary>The largest latitude, WGS 84 degrees; the smallest is its negative.</summary>
    public const double LatitudeMax = 90;

    /// <summary>The largest longitude, WGS 84 degrees; the smallest is its negative.</summary>
    public const double LongitudeMax = 180;

    /// <summary>The most urgent priority.</summary>
    public const int PriorityMin = 1;

    /// <summary>The least urgent priority.</summary>
    public const int PriorityMax = 4;

    /// <summary>The largest speed, in metres per second: faster than any vehicle or aircraft of a police force.</summary>
    public const double SpeedMax = 1_000;

    /// <summary>The largest heading, in degrees from north.</summary>
    public const double HeadingMax = 360;

    /// <summary>The items of a page without <c>limit</c>.</summary>
    public const int PageDefault = 50;

    /// <summary>The most items of a page.</summary>
    public const int PageMax = 200;

    /// <summary>The recommendations without <c>count</c>.</summary>
    public const int RecommendationsDefault = 5;

    /// <summary>The most recommendations.</summary>
    public const int RecommendationsMax = 50;

    /// <summary>The longest search text.</summary>
    public const int SearchMax = 200;

    /// <summary>The largest <c>radius</c> of a search by place, in metres: 50 km.</summary>
    public const int RadiusMax = 50_000;

    /// <summary>The radius of a search by place without <c>radius</c>, in metres.</summary>
    public const int RadiusDefault = 500;

    /// <summary>
    /// The longest text by which duplicates are looked for: it fits into a URL even when each letter takes nine characters there.
    /// </summary>
    public const int DuplicateWordsMax = 400;

    /// <summary>The longest cursor.</summary>
    public const int CursorMax = 200;

    /// <summary>The longest time that a report may cover: 400 days.</summary>
    public static readonly TimeSpan ReportMax = TimeSpan.FromDays(400);

    /// <summary>The longest <c>Idempotency-Key</c>: printable ASCII.</summary>
    public const int KeyMax = 128;

    /// <summary>The longest subject of a token.</summary>
    public const int SubjectMax = 100;

    /// <summary>The longest name of a thing, <c>kind/ID</c>.</summary>
    public const int ThingMax = 60;

    /// <summary>The earliest time that may be reported: 2000-01-01.</summary>
    public static readonly DateTimeOffset InstantMin = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far a reported time may be ahead of the server's clock: 5 s.</summary>
    public static readonly TimeSpan AheadMax = TimeSpan.FromSeconds(5);

    /// <summary>The most bytes of all headers of a request: 32 KiB, room for a large token.</summary>
    public const int HeadersBytesMax = 32 * 1024;

    /// <summary>The most connections at once: consoles, devices and machines of a nation's centre, each with one.</summary>
    public const int ConnectionsMax = 20_000;

    /// <summary>
    /// How long a connection may say nothing before, between and after requests: 75 s. Proxies keep theirs for 60 s at most, and must be
    /// the ones to close.
    /// </summary>
    public static readonly TimeSpan IdleConnectionMax = TimeSpan.FromSeconds(75);

    /// <summary>How long the headers of a request may take to arrive: 15 s.</summary>
    public static readonly TimeSpan HeadersTimeMax = TimeSpan.FromSeconds(15);

    /// <summary>The most past boards of one identity under way at this gateway.</summary>
    public const int PastBoardsAtOnce = 2;

    /// <summary>The most reports of one identity under way at this gateway.</summary>
    public const int ReportsAtOnce = 2;

    /// <summary>The most validated tokens in the cache.</summary>
    public const int RememberedTokensMax = 20_000;

    /// <summary>How long a validated token stays in the cache: 60 s.</summary>
    public static readonly TimeSpan RememberedTokenAge = TimeSpan.FromSeconds(60);

    /// <summary>The most subjects in <c>Tocsin:Jwt:Machines</c>.</summary>
    public const int MachinesMax = 1_000;

    /// <summary>The most words of <c>Tocsin:Jwt:Acr</c>.</summary>
    public const int AcrMax = 10;

    /// <summary>The most characters of one of them.</summary>
    public const int AcrLengthMax = 200;

    /// <summary>
    /// The most tokens without <c>iat</c>, and valid for longer than they may be, of which a gateway remembers when it first saw them. A
    /// further one is refused.
    /// </summary>
    public const int UndatedTokensMax = 10_000;

    /// <summary>How far the clock of a token's issuer may differ: 30 s.</summary>
    public static readonly TimeSpan TokenClockSkew = Bearers.TokenForm.ClockSkew;

    /// <summary>How long a development token is valid: 12 h.</summary>
    public static readonly TimeSpan DevTokenLifetime = TimeSpan.FromHours(12);
}
