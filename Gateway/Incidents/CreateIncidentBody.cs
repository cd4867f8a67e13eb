using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents</c>.</summary>
internal static class CreateIncidentBody
{
    private static readonly Field<CallId> Call = Field.Optional("callId", IdKind<CallId>.Instance);
    private static readonly Field<string> Category = Field.Required("category", CommonKinds.Word);
    private static readonly Field<int> Priority = Field.Required("priority", CommonKinds.Priority);
    private static readonly Field<Location> Place = Field.Optional("location", LocationKinds.Location);
    private static readonly Field<string> Narrative = Field.Optional("narrative", CommonKinds.Narrative);
    private static readonly Field<string> Station = Field.Optional("station", CommonKinds.Word);
    private static readonly Field<bool> Exercise = Field.Optional("exercise", CommonKinds.Flag);

    /// <summary>The body.</summary>
    public static readonly Kind<CreateIncident> Kind = new ObjectKind<CreateIncident>(
        new Shape(Call, Category, Priority, Place, Narrative, Station, Exercise, CommonKinds.OccurredAt),
        v => new CreateIncident(
            v.Find(Call), v.Get(Category), v.Get(Priority), LocationKinds.OrUnknown(v.Get(Place, null!)),
            v.Find(Narrative), v.Find(Station), v.Get(Exercise, false), v.Find(CommonKinds.OccurredAt)));
}
