using Tocsin.JsonBodies;

namespace Tocsin.RunCards;

/// <summary>The parts of a run card as JSON: alarms with their needs, questions.</summary>
internal static class RunCardParts
{
    private static readonly JsonField<string> NeedName = JsonField.Required(
        "name", CommonTypes.Word, "What people call it; needs with one name are one need, across all alarms.", "Patrol");

    private static readonly JsonField<IReadOnlyList<string>> Kinds = JsonField.Optional(
        "kinds", Words(RunCardNeed.MaxWords), "Units of any of these kinds; none: of every kind.", ["patrol"]);

    private static readonly JsonField<IReadOnlyList<string>> Capabilities = JsonField.Optional(
        "capabilities", Words(RunCardNeed.MaxWords), "Units with all of these capabilities; default none.", ["firstAid"]);

    private static readonly JsonField<int> Count = JsonField.Required(
        "count", new WholeNumberType(1, RunCardNeed.MaxCount), "How many units.", 1);

    private static readonly JsonField<NeedScope> Scope = JsonField.Optional(
        "scope",
        EnumType.Of<NeedScope>(),
        "`any` (the default): of every station; `ownStation`: of the incident's own only.",
        NeedScope.Any);

    private static readonly JsonType<RunCardNeed> Need = new ObjectType<RunCardNeed>(
        new FieldSet(NeedName, Kinds, Capabilities, Count, Scope),
        v => new RunCardNeed(v.Get(NeedName), v.Get(Kinds, []), v.Get(Capabilities, []), v.Get(Count), v.Get(Scope, NeedScope.Any)));

    private static readonly JsonField<IReadOnlyList<RunCardNeed>> Needs = JsonField.Required(
        "needs", new ListType<RunCardNeed>(Need, 0, RunCardAlarm.MaxNeeds), "What it asks for, the most important first.");

    private static readonly JsonField<string> Text = JsonField.Required(
        "text", new TextType(1, RunCardQuestion.MaxLength), "The question.", "Is anybody hurt?");

    private static readonly JsonField<IReadOnlyList<string>> Answers = JsonField.Optional(
        "answers", Words(RunCardQuestion.MaxAnswers), "The usual answers, to choose from; none: free text.", ["yes", "no"]);

    /// <summary>An alarm.</summary>
    public static readonly JsonType<RunCardAlarm> Alarm = new ObjectType<RunCardAlarm>(
        new FieldSet(Needs), v => new RunCardAlarm(v.Get(Needs)));

    /// <summary>A question.</summary>
    public static readonly JsonType<RunCardQuestion> Question = new ObjectType<RunCardQuestion>(
        new FieldSet(Text, Answers), v => new RunCardQuestion(v.Get(Text), v.Get(Answers, [])));

    private static ListType<string> Words(int max) => new(CommonTypes.Word, 0, max, distinct: true);
}
