using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Problems;
using Tocsin.Settings;
using Tocsin.SignIn;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/feedback</c>.</summary>
internal static class GiveFeedbackBody
{
    // Required, though it may be null: a device that leaves it out by mistake must not speak for the centre.
    private static readonly JsonField<UnitId> Unit = JsonField.Nullable(
        "unitId",
        CommonTypes.Unit,
        "A unit that is or was assigned to the incident; null: no unit, a station reports for itself, or the centre.",
        ExampleScene.UnitId);

    private static readonly JsonField<string> Outcome = JsonField.Required("outcome", CommonTypes.Word, "The outcome.", "arrested");

    private static readonly JsonField<string> Narrative = JsonField.Optional(
        "narrative", CommonTypes.Narrative, "What the unit found and did.", "Two suspects stopped two streets away.");

    private static readonly JsonField<IReadOnlyDictionary<string, double>> Results = JsonField.Optional(
        "results",
        new NumberMapType(GatewayLimits.ResultsMax, GatewayLimits.WordMax),
        "The results in numbers; the words are the centre's own, such as `arrests`, `rescued`, `lossPrevented`.",
        new Dictionary<string, double> { ["arrests"] = 2 });

    /// <summary>The body.</summary>
    public static readonly JsonType<NamedReport<IncidentCommand>> Type = new ObjectType<NamedReport<IncidentCommand>>(
        nameof(GiveFeedback), new FieldSet(Unit, NamedReport.Assignment, Outcome, Narrative, Results, CommonTypes.OccurredAt), Make);

    /// <summary>The permissions, of which the body decides which is needed.</summary>
    public static readonly Permission[] Permissions = [Permission.GiveFeedback, Permission.GiveOwnFeedback];

    /// <summary>The permission that feedback needs.</summary>
    public static Permission PermissionFor(NamedReport<IncidentCommand> report) =>
        report.Command is GiveOwnFeedback ? Permission.GiveOwnFeedback : Permission.GiveFeedback;

    private static NamedReport<IncidentCommand> Make(FieldValues v, FieldErrors errors)
    {
        var results = v.Get(Results, new Dictionary<string, double>());
        if (v.IsGiven(Unit))
        {
            return new(
                new GiveFeedback(v.Get(Unit), v.Get(Outcome), v.Find(Narrative), results, v.Find(CommonTypes.OccurredAt)),
                NamedReport.Number(v));
        }

        if (v.IsGiven(NamedReport.Assignment))
            errors.AddBelow(NamedReport.Assignment.Name, ErrorCodes.NotInList, "is only for feedback of a unit");
        return new(new GiveOwnFeedback(v.Get(Outcome), v.Find(Narrative), results, v.Find(CommonTypes.OccurredAt)), null);
    }
}
