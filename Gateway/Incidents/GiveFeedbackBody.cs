using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Settings;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/feedback</c>.</summary>
internal static class GiveFeedbackBody
{
    private static readonly JsonField<UnitId> Unit = JsonField.Required(
        "unitId", CommonTypes.Unit, "A unit that is or was assigned to the incident.", ExampleScene.UnitId);

    private static readonly JsonField<string> Outcome = JsonField.Required("outcome", CommonTypes.Word, "The outcome.", "arrested");

    private static readonly JsonField<string> Narrative = JsonField.Optional(
        "narrative", CommonTypes.Narrative, "What the unit found and did.", "Two suspects stopped two streets away.");

    private static readonly JsonField<IReadOnlyDictionary<string, double>> Results = JsonField.Optional(
        "results",
        new NumberMapType(GatewayLimits.ResultsMax, GatewayLimits.WordMax),
        "The results in numbers; the words are the centre's own, such as `arrests`, `rescued`, `lossPrevented`.",
        new Dictionary<string, double> { ["arrests"] = 2 });

    /// <summary>The body.</summary>
    public static readonly JsonType<NamedReport<GiveFeedback>> Type = new ObjectType<NamedReport<GiveFeedback>>(
        nameof(GiveFeedback),
        new FieldSet(Unit, NamedReport.Assignment, Outcome, Narrative, Results, CommonTypes.OccurredAt),
        v => new(
            new GiveFeedback(
                v.Get(Unit),
                v.Get(Outcome),
                v.Find(Narrative),
                v.Get(Results, new Dictionary<string, double>()),
                v.Find(CommonTypes.OccurredAt)),
            NamedReport.Number(v)));
}
