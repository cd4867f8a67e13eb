using Tocsin.Incidents;
using Tocsin.JsonBodies;
using Tocsin.Problems;

namespace Tocsin.Quality;

/// <summary>The body of <c>POST /incidents/{id}/call-backs</c>.</summary>
internal static class CallBackBodies
{
    private static readonly JsonField<CallBackWay> Way = JsonField.Required(
        "way", EnumType.Of<CallBackWay>(), "How the caller was asked.", CallBackWay.Phone);

    private static readonly JsonField<bool> Reached = JsonField.Required(
        "reached", CommonTypes.Flag, "Whether the caller was reached; false: it was a try.", true);

    private static readonly JsonField<Satisfaction> Answer = JsonField.Optional(
        "satisfaction",
        EnumType.Of<Satisfaction>(),
        "What the caller thinks of what was done; null: the caller did not say, or was not reached.",
        Satisfaction.Satisfied);

    private static readonly JsonField<IReadOnlyList<CallBackTopic>> About = JsonField.Optional(
        "about",
        new ListType<CallBackTopic>(EnumType.Of<CallBackTopic>(), 0, Enum.GetValues<CallBackTopic>().Length, distinct: true),
        "What the answer is about; default nothing in particular.",
        [CallBackTopic.Speed]);

    private static readonly JsonField<string> Note = JsonField.Optional(
        "note", new TextType(1, QualityLimits.NoteMax), "A note.", "The patrol came within minutes.");

    /// <summary>The body.</summary>
    public static readonly JsonType<MakeCallBack> Type = new ObjectType<MakeCallBack>(
        new FieldSet(Way, Reached, Answer, About, Note, CommonTypes.OccurredAt), Make);

    private static MakeCallBack Make(FieldValues v, FieldErrors errors)
    {
        // A field that is invalid by itself is named already.
        if (v.IsGiven(Reached) && !v.Get(Reached, true))
        {
            if (v.IsGiven(Answer))
                errors.AddBelow(Answer.Name, ErrorCodes.TooMany, "must be left out where the caller was not reached");
            if (v.Get(About, []).Count > 0)
                errors.AddBelow(About.Name, ErrorCodes.TooMany, "must be empty where the caller was not reached");
        }

        return new MakeCallBack(
            default,
            v.Get(Way),
            v.Get(Reached),
            v.Find(Answer),
            v.Get(About, []),
            v.Find(Note),
            v.Find(CommonTypes.OccurredAt));
    }
}
