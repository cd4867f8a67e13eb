using Tocsin.Directives;

namespace Tocsin.Incidents;

/// <summary>A directive that hangs on an incident, as the incident shows it: what it is, to whom, and how far it is.</summary>
/// <param name="Id">The id of the directive.</param>
/// <param name="Kind">The kind, 1 to 100 characters.</param>
/// <param name="To">To whom it goes.</param>
/// <param name="Status">The status of the directive.</param>
/// <param name="Late">Whether it stands among what is late.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AttachedDirective")]
public sealed record AttachedDirective(
    [property: Id(0)] DirectiveId Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] DirectiveTo To,
    [property: Id(3)] DirectiveStatus Status,
    [property: Id(4)] bool Late);
