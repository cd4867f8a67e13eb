namespace Tocsin.Tests.Load.Contract;

/// <summary>One interval of the report, in seconds; null figures where nothing was counted.</summary>
public sealed record IntervalView(int Count, int Negative, double? Mean, double? P50, double? P90, double? P95);
