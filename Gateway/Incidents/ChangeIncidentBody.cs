using Tocsin.Bodies;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>The body of <c>PATCH /incidents/{id}</c>: what is absent stays as it is; null takes a place or a narrative away.</summary>
internal static class ChangeIncidentBody
{
    private static readonly Field<string> Category = Field.NotNull("category", CommonKinds.Word);
    private static readonly Field<int> Priority = Field.NotNull("priority", CommonKinds.Priority);
    private static readonly Field<Location> Place = Field.Optional("location", LocationKinds.Location);
    private static readonly Field<string> Narrative = Field.Optional("narrative", CommonKinds.Narrative);

    /// <summary>The body.</summary>
    public static readonly Kind<ChangeIncident> Kind = new ObjectKind<ChangeIncident>(
        new Shape(Category, Priority, Place, Narrative),
        v => new ChangeIncident(v.Given(Category), v.Given(Priority), LocationKinds.OrUnknown(v.GivenOrNull(Place)), v.GivenOrNull(Narrative)));
}
