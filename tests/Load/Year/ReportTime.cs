namespace Tocsin.Tests.Load.Year;

/// <summary>How long a report took.</summary>
/// <param name="Name">The report and how it is grouped.</param>
/// <param name="Milliseconds">From asking to the last byte.</param>
public sealed record ReportTime(string Name, double Milliseconds);
