namespace Tocsin.Incidents;

/// <summary>A supervisor took over the supervision 督办.</summary>
/// <param name="By">The subject of who did.</param>
/// <param name="Reason">Why.</param>
public sealed record SupervisionTaken(string By, string Reason) : IncidentEvent;
