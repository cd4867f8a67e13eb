namespace Tocsin.Tests.Load.Contract;

/// <summary>The response-times report.</summary>
public sealed record ResponseTimesView(string GroupBy, string? TimeZone, IReadOnlyList<ReportGroupView> Groups, ReportGroupView Total);
