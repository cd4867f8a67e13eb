namespace Tocsin.Tests.Load.Contract;

/// <summary>One group of the response-times report, or its total (then without a key).</summary>
public sealed record ReportGroupView(string? Key, int Incidents, int Responses, IReadOnlyDictionary<string, IntervalView> Intervals);
