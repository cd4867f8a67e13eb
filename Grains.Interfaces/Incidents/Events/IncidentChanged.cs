using Tocsin.Clocks;

namespace Tocsin.Incidents;

/// <summary>Fields changed.</summary>
/// <param name="Changes">Those that did, with what they were.</param>
public sealed record IncidentChanged(IncidentChanges Changes) : IncidentEvent, INotedEvent
{
    /// <inheritdoc/>
    bool INotedEvent.ReckonsBack => Changes is { Priority: not null } or { AreaClass: not null };
}
