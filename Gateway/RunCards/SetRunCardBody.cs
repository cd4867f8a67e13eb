using Tocsin.Bodies;
using Tocsin.Identity;
using Tocsin.Places;
using Tocsin.Stations;

namespace Tocsin.RunCards;

/// <summary>
/// The body of <c>PUT /run-cards/{id}</c>. What is wrong with a field by itself is found here; what fields say together, by the rule.
/// </summary>
/// <param name="Id">The id, if the body repeats it: then it must be the path's.</param>
/// <param name="Command">The command.</param>
internal sealed record SetRunCardBody(RunCardId? Id, SetRunCard Command)
{
    private static readonly Field<string> NeedName = Field.Required("name", CommonKinds.Word);
    private static readonly Field<IReadOnlyList<string>> Kinds = Field.Optional("kinds", Words(RunCardNeed.MaxWords));
    private static readonly Field<IReadOnlyList<string>> Capabilities = Field.Optional("capabilities", Words(RunCardNeed.MaxWords));
    private static readonly Field<int> Count = Field.Required("count", new WholeNumberKind(1, RunCardNeed.MaxCount));
    private static readonly Field<NeedScope> Scope = Field.Optional("scope", Bodies.Words.Of<NeedScope>());

    private static readonly Kind<RunCardNeed> Need = new ObjectKind<RunCardNeed>(
        new Shape(NeedName, Kinds, Capabilities, Count, Scope),
        v => new RunCardNeed(v.Get(NeedName), v.Get(Kinds, []), v.Get(Capabilities, []), v.Get(Count), v.Get(Scope, NeedScope.Any)));

    private static readonly Field<IReadOnlyList<RunCardNeed>> Needs = Field.Required("needs", new ListKind<RunCardNeed>(Need, 0, RunCardAlarm.MaxNeeds));
    private static readonly Kind<RunCardAlarm> Alarm = new ObjectKind<RunCardAlarm>(new Shape(Needs), v => new RunCardAlarm(v.Get(Needs)));

    private static readonly Field<string> Text = Field.Required("text", new TextKind(1, RunCardQuestion.MaxLength));
    private static readonly Field<IReadOnlyList<string>> Answers = Field.Optional("answers", Words(RunCardQuestion.MaxAnswers));
    private static readonly Kind<RunCardQuestion> Question = new ObjectKind<RunCardQuestion>(
        new Shape(Text, Answers), v => new RunCardQuestion(v.Get(Text), v.Get(Answers, [])));

    private static readonly Field<RunCardId> BodyId = Field.Optional("id", IdKind<RunCardId>.Instance);
    private static readonly Field<string> Name = Field.Required("name", CommonKinds.Word);
    private static readonly Field<IReadOnlyList<string>> Categories = Field.Optional("categories", Words(RunCardPlan.MaxCategories));
    private static readonly Field<IReadOnlyList<int>> Priorities = Field.Optional("priorities", new ListKind<int>(CommonKinds.Priority, 0, 4, distinct: true));
    private static readonly Field<IReadOnlyList<string>> Stations = Field.Optional("stations", Words(RunCardPlan.MaxStations));
    private static readonly Field<AreaClass> Class = Field.Optional("areaClass", Bodies.Words.Of<AreaClass>());
    private static readonly Field<string> Area = Field.Optional("area", new AreaKind());
    private static readonly Field<IReadOnlyList<RunCardAlarm>> Alarms = Field.Required("alarms", new ListKind<RunCardAlarm>(Alarm, 1, RunCardPlan.MaxAlarms));
    private static readonly Field<IReadOnlyList<RunCardQuestion>> Questions =
        Field.Optional("questions", new ListKind<RunCardQuestion>(Question, 0, RunCardPlan.MaxQuestions));

    private static readonly Field<int> Foreign = Field.Optional("foreignSeconds", new WholeNumberKind(0, RunCardPlan.MaxForeignSeconds));
    private static readonly Field<bool> Retired = Field.Optional("retired", CommonKinds.Flag);

    /// <summary>The body.</summary>
    public static readonly Kind<SetRunCardBody> Kind = new ObjectKind<SetRunCardBody>(
        new Shape(BodyId, Name, Categories, Priorities, Stations, Class, Area, Alarms, Questions, Foreign, Retired),
        v => new SetRunCardBody(v.Find(BodyId), new SetRunCard(new RunCardPlan(
            v.Get(Name), v.Get(Categories, []), v.Get(Priorities, []), v.Get(Stations, []), v.Find(Class), v.Find(Area), v.Get(Alarms), v.Get(Questions, []),
            v.Get(Foreign, 0), v.Get(Retired, false)))));

    /// <summary>Says so when the body names another card than the path.</summary>
    public void CheckId(RunCardId path, FieldErrors errors)
    {
        if (Id is { } id && id != path)
            errors.AddBelow(BodyId.Name, ErrorCodes.NotInList, "must be the id in the path, or be left out");
    }

    private static ListKind<string> Words(int max) => new(CommonKinds.Word, 0, max, distinct: true);
}
