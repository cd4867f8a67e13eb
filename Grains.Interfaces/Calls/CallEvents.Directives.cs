using Tocsin.Directives;

namespace Tocsin.Calls;

/// <summary>A directive was issued that hangs on the call; the other side of the directive's issue, in the same append.</summary>
/// <param name="DirectiveId">The id of the directive.</param>
/// <param name="Kind">Its kind, 1 to 100 characters.</param>
/// <param name="To">To whom it goes.</param>
/// <param name="Station">The station that it concerns: the recipient, or the unit's own then; or null.</param>
public sealed record DirectiveAttached(DirectiveId DirectiveId, string Kind, DirectiveTo To, string? Station) : CallEvent;
