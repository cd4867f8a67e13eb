namespace Tocsin.Reports;

/// <summary>The report of response times.</summary>
/// <param name="From">Received at or after.</param>
/// <param name="To">Received before.</param>
/// <param name="GroupBy">By what.</param>
/// <param name="TimeZone">IANA.</param>
/// <param name="Groups">In order of key.</param>
/// <param name="Total">All.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ResponseTimesReport")]
public sealed record ResponseTimesReport(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] DateTimeOffset To,
    [property: Id(2)] GroupBy GroupBy,
    [property: Id(3)] string TimeZone,
    [property: Id(4)] IReadOnlyList<GroupView> Groups,
    [property: Id(5)] TotalView Total);
