using Tocsin.Directives;
using Tocsin.Examples;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.JsonBodies;
using Tocsin.Problems;
using Tocsin.Settings;

namespace Tocsin.Operations;

/// <summary>The bodies of the commands that open, change and close an operation.</summary>
internal static class OperationBodies
{
    private static readonly ListType<StationId> Stations =
        new(IdType<StationId>.Instance, 0, OperationLimits.BodiesMax, distinct: true);

    private static readonly JsonField<string> Purpose = JsonField.Required(
        "purpose", CommonTypes.Reason, "What it is for.", "Find the caller and stop the payment.");

    private static readonly JsonField<StationId> Lead = JsonField.Optional(
        "lead", IdType<StationId>.Instance, "The station or body that leads it; null: nobody does.", StationId.Of(ExampleScene.Station));

    private static readonly JsonField<IReadOnlyList<StationId>> Bodies = JsonField.Optional(
        "bodies",
        Stations,
        "The stations and bodies that take part; the recipients of tasks join them. Default none.",
        [StationId.Of(ExampleScene.Station)]);

    private static readonly JsonField<IReadOnlyList<IssueDirectives>> Tasks = JsonField.Optional(
        "tasks",
        new ListType<IssueDirectives>(IssueDirectivesBody.Task, 0, OperationLimits.TasksMax),
        "The tasks, each a directive to one recipient; default none.");

    private static readonly JsonField<IReadOnlyList<StationId>> Add = JsonField.Optional(
        "add", Stations, "Who joins; default nobody.", [StationId.Of(ExampleScene.Station)]);

    private static readonly JsonField<IReadOnlyList<StationId>> Remove = JsonField.Optional(
        "remove", Stations, "Who leaves; default nobody.", []);

    private static readonly JsonField<OperationOutcome> Outcome = JsonField.Required(
        "outcome", EnumType.Of<OperationOutcome>(), "How it ended.", OperationOutcome.Supported);

    private static readonly JsonField<IReadOnlyDictionary<string, double>> Results = JsonField.Optional(
        "results",
        new NumberMapType(GatewayLimits.ResultsMax, GatewayLimits.WordMax),
        "The results in numbers; of `GET /settings/closing`, where words are listed.",
        new Dictionary<string, double> { ["lossPrevented"] = 5000 });

    private static readonly JsonField<string> Note = JsonField.Optional("note", CommonTypes.OptionalReason, "A note.", "Paid back.");

    private static readonly JsonField<bool> Withdraw = JsonField.Optional(
        "withdraw", CommonTypes.Flag, "Whether its tasks that are not reported are withdrawn; default false.", false);

    /// <summary><c>POST /incidents/{id}/operation</c></summary>
    public static readonly JsonType<OpenOperation> Open = new ObjectType<OpenOperation>(
        new FieldSet(Purpose, Lead, Bodies, Tasks, CommonTypes.OccurredAt),
        v => new OpenOperation(
            v.Get(Purpose), v.Find(Lead), v.Get(Bodies, []), v.Get(Tasks, []), default, v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST /incidents/{id}/operation/bodies</c></summary>
    public static readonly JsonType<ChangeOperation> Change = new ObjectType<ChangeOperation>(
        new FieldSet(Add, Remove, CommonTypes.OccurredAt),
        (v, errors) =>
        {
            var (add, remove) = (v.Get(Add, []), v.Get(Remove, []));
            for (var i = 0; i < remove.Count; i++)
            {
                if (add.Contains(remove[i]))
                    errors.AddBelow($"{Remove.Name}[{i}]", ErrorCodes.Duplicate, "must not join at the same time");
            }

            return new ChangeOperation(add, remove, v.Find(CommonTypes.OccurredAt));
        });

    /// <summary><c>POST /incidents/{id}/operation/closure</c></summary>
    public static readonly JsonType<CloseOperation> Close = new ObjectType<CloseOperation>(
        new FieldSet(Outcome, Results, Note, Withdraw, CommonTypes.OccurredAt),
        v => new CloseOperation(
            v.Get(Outcome),
            v.Get(Results, new Dictionary<string, double>()),
            v.Find(Note),
            v.Get(Withdraw, false),
            v.Find(CommonTypes.OccurredAt)));
}
