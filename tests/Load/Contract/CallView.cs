namespace Tocsin.Tests.Load.Contract;

/// <summary>A call as the gateway answers it, as far as this program looks.</summary>
public sealed record CallView(string Id, string Status, string? IncidentId, int Version);
