namespace Tocsin.Journal;

/// <summary>What reports need of a call.</summary>
/// <param name="ReceivedAt">See <see cref="CallRow.ReceivedAt"/>.</param>
/// <param name="DispositionKind">See <see cref="CallRow.DispositionKind"/>.</param>
/// <param name="Station">The station of the incident that it is joined to, or null.</param>
public sealed record ReportedCall(DateTimeOffset ReceivedAt, string? DispositionKind, string? Station);
