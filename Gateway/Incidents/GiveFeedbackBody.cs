using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Limits;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/feedback</c>.</summary>
internal static class GiveFeedbackBody
{
    private static readonly Field<UnitId> Unit = Field.Required("unitId", CommonKinds.Unit);
    private static readonly Field<string> Outcome = Field.Required("outcome", CommonKinds.Word);
    private static readonly Field<string> Narrative = Field.Optional("narrative", CommonKinds.Narrative);
    private static readonly Field<IReadOnlyDictionary<string, double>> Results =
        Field.Optional("results", new NumberMapKind(EdgeLimits.ResultsMax, EdgeLimits.WordMax));

    /// <summary>The body.</summary>
    public static readonly Kind<GiveFeedback> Kind = new ObjectKind<GiveFeedback>(
        new Shape(Unit, Outcome, Narrative, Results, CommonKinds.OccurredAt),
        v => new GiveFeedback(v.Get(Unit), v.Get(Outcome), v.Find(Narrative), v.Get(Results, new Dictionary<string, double>()), v.Find(CommonKinds.OccurredAt)));
}
