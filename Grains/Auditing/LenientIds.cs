using Tocsin.Identity;

namespace Tocsin.Auditing;

/// <summary>
/// Reads ids from columns that may be damaged. A text that is no valid id is read as the empty id, which equals no other, so the audit goes
/// on and reports it.
/// </summary>
internal static class LenientIds
{
    /// <summary>The id of a unit.</summary>
    public static UnitId? UnitOrNull(string? text) => text is null ? null : EntityIdRule.IsValid(text) ? UnitId.Of(text) : default(UnitId);

    /// <summary>The id of an incident.</summary>
    public static IncidentId? IncidentOrNull(string? text) =>
        text is null ? null : EntityIdRule.IsValid(text) ? IncidentId.Of(text) : default(IncidentId);
}
