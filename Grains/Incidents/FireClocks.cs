namespace Tocsin.Incidents;

/// <summary>The system's own command: fires whatever of the incident's clocks is due now. Nothing is due: nothing happens.</summary>
internal sealed record FireClocks : IncidentCommand
{
    /// <summary>The only one.</summary>
    public static FireClocks Instance { get; } = new();
}
