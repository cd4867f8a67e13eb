using System.Text.Json.Serialization;
using Tocsin.Directives;

namespace Tocsin.Incidents;

/// <summary>A directive was issued that hangs on the incident; the other side of the directive's issue, in the same append.</summary>
/// <param name="DirectiveId">The id of the directive.</param>
/// <param name="Kind">The kind, 1 to 100 characters.</param>
/// <param name="To">To whom it goes.</param>
/// <param name="Station">The station that it concerns: the recipient, or the unit's own then; or null.</param>
public sealed record DirectiveAttached(DirectiveId DirectiveId, string Kind, DirectiveTo To, string? Station) : IncidentEvent
{
    /// <summary>
    /// The subject (<c>sub</c>) of the token of who issued it; null, and left out of the event's data, in events of before.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? By { get; init; }
}

/// <summary>
/// A directive that hangs on the incident has another status, or came among what is late or left it: the other side of what happened to
/// the directive, in the same append.
/// </summary>
/// <param name="DirectiveId">The id of the directive.</param>
/// <param name="Status">The status of the directive.</param>
/// <param name="Late">Whether it stands among what is late.</param>
public sealed record DirectiveMoved(DirectiveId DirectiveId, DirectiveStatus Status, bool Late) : IncidentEvent
{
    /// <summary>
    /// For a <c>handle</c>: the limit that passed without a signature or a sending; since then it stands for no assignment. Null, and left
    /// out of the event's data, where none did, or a word of before shows that none did.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? OverdueSince { get; init; }
}
