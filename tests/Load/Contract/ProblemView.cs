namespace Tocsin.Tests.Load.Contract;

/// <summary>An RFC 9457 problem with Tocsin's stable code.</summary>
public sealed record ProblemView(
    string? Title, int? Status, string? Detail, string? Code, IReadOnlyList<RefusedUnitView>? Units, string? Stage);
