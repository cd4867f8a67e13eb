namespace Tocsin.Tests.Load.Contract;

/// <summary>A unit as the gateway answers it, as far as this program looks.</summary>
public sealed record UnitView(string Id, string Status, string? IncidentId, int Version, PointView? Position = null);
