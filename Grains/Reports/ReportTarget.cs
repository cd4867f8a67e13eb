namespace Tocsin.Reports;

/// <summary>The limit by which one interval of an incident is measured.</summary>
/// <param name="Seconds">At most so long is within it.</param>
/// <param name="Buckets">The bounds by which reports count, in seconds, rising; may be empty.</param>
internal sealed record ReportTarget(int Seconds, IReadOnlyList<int> Buckets);
