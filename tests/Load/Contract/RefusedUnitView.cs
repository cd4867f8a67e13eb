namespace Tocsin.Tests.Load.Contract;

/// <summary>A unit that was not free, why, and who has it.</summary>
public sealed record RefusedUnitView(string UnitId, string Code, string? IncidentId);
