using Tocsin.Identity;
using Tocsin.JsonBodies;
using Tocsin.Places;
using Tocsin.Problems;

namespace Tocsin.RunCards;

/// <summary>
/// The body of <c>PUT /run-cards/{id}</c>. Errors of one field are found here, those of fields that contradict each other by the rule.
/// </summary>
/// <param name="Id">The id, if the body repeats it: then it must be that of the path.</param>
/// <param name="Command">The command.</param>
internal sealed record SetRunCardBody(RunCardId? Id, SetRunCard Command)
{
    private static readonly JsonField<RunCardId> BodyId = JsonField.Optional(
        "id", IdType<RunCardId>.Instance, "The id; if given, that of the path.", RunCardId.Of("theft"));

    private static readonly JsonField<string> Name = JsonField.Required("name", CommonTypes.Word, "What people call it.", "Theft");

    private static readonly JsonField<IReadOnlyList<string>> Categories = JsonField.Optional(
        "categories",
        Words(RunCardPlan.MaxCategories),
        "Only for these categories; none: every one. Upper and lower case are the same.",
        ["盗窃"]);

    private static readonly JsonField<IReadOnlyList<int>> Priorities = JsonField.Optional(
        "priorities", new ListType<int>(CommonTypes.Priority, 0, 4, distinct: true), "Only for these priorities; none: every one.", [1, 2]);

    private static readonly JsonField<IReadOnlyList<string>> Stations = JsonField.Optional(
        "stations", Words(RunCardPlan.MaxStations), "Only for incidents of these stations; none: every one.", []);

    private static readonly JsonField<AreaClass> Class = JsonField.Optional(
        "areaClass", EnumType.Of<AreaClass>(), "Only for this class of area; null: every one.", AreaClass.City);

    private static readonly JsonField<string> Area = JsonField.Optional(
        "area", new AreaType(), "Only for places in this area; null: every place.");

    private static readonly JsonField<IReadOnlyList<RunCardAlarm>> Alarms = JsonField.Required(
        "alarms",
        new ListType<RunCardAlarm>(RunCardParts.Alarm, 1, RunCardPlan.MaxAlarms),
        "What the first alarm sends, what the second adds, and so on.");

    private static readonly JsonField<IReadOnlyList<RunCardQuestion>> Questions = JsonField.Optional(
        "questions",
        new ListType<RunCardQuestion>(RunCardParts.Question, 0, RunCardPlan.MaxQuestions),
        "What the call-taker asks, in order; default none.");

    private static readonly JsonField<int> Foreign = JsonField.Optional(
        "foreignSeconds",
        new WholeNumberType(0, RunCardPlan.MaxForeignSeconds),
        "How many seconds sooner a unit of another station must arrive than one of the incident's own to be preferred; default 0.",
        60);

    private static readonly JsonField<bool> Retired = JsonField.Optional(
        "retired", CommonTypes.Flag, "Whether it is no longer used; default false.", false);

    /// <summary>The body.</summary>
    public static readonly JsonType<SetRunCardBody> Type = new ObjectType<SetRunCardBody>(
        nameof(SetRunCard),
        new FieldSet(BodyId, Name, Categories, Priorities, Stations, Class, Area, Alarms, Questions, Foreign, Retired),
        v => new SetRunCardBody(v.Find(BodyId), new SetRunCard(new RunCardPlan(
            v.Get(Name),
            v.Get(Categories, []),
            v.Get(Priorities, []),
            v.Get(Stations, []),
            v.Find(Class),
            v.Find(Area),
            v.Get(Alarms),
            v.Get(Questions, []),
            v.Get(Foreign, 0),
            v.Get(Retired, false)))));

    /// <summary>Adds an error when the body names another card than the path.</summary>
    public void CheckId(RunCardId path, FieldErrors errors)
    {
        if (Id is { } id && id != path)
            errors.AddBelow(BodyId.Name, ErrorCodes.NotInList, "must be the id in the path, or be left out");
    }

    private static ListType<string> Words(int max) => new(CommonTypes.Word, 0, max, distinct: true);
}
