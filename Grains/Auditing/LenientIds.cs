using Tocsin.Identity;

namespace Tocsin.Auditing;

/// <summary>
/// Ids out of columns that may have been damaged: a text that is none becomes the empty id, which equals no other, so that the audit goes
/// on and tells it.
/// </summary>
internal static class LenientIds
{
    /// <summary>A unit.</summary>
    public static UnitId? UnitOrNull(string? text) => text is null ? null : EntityIdRule.IsValid(text) ? UnitId.Of(text) : default(UnitId);

    /// <summary>An incident.</summary>
    public static IncidentId? IncidentOrNull(string? text) =>
        text is null ? null : EntityIdRule.IsValid(text) ? IncidentId.Of(text) : default(IncidentId);
}
