using Tocsin.Directives;
using Tocsin.JsonBodies;
using Tocsin.Problems;

namespace Tocsin.Quality;

/// <summary>The bodies of <c>POST /incidents/{id}/reviews</c> and <c>POST /calls/{id}/reviews</c>: the same for both.</summary>
internal static class ReviewBodies
{
    private static readonly JsonField<int> Score = JsonField.Required("score", new WholeNumberType(0, 100), "The score.", 70);

    private static readonly JsonField<string> Code = JsonField.Required(
        "code", CommonTypes.Word, "The point of the list, a word of the centre's own.", "name");

    private static readonly JsonField<bool> Ok = JsonField.Required("ok", CommonTypes.Flag, "Whether it is as it should be.", false);

    private static readonly JsonField<string> Note = JsonField.Optional(
        "note", new TextType(1, QualityLimits.NoteMax), "A note.", "The caller's name was not asked for.");

    private static readonly JsonField<IReadOnlyList<ReviewItem>> Items = JsonField.Optional(
        "items",
        new ListType<ReviewItem>(
            new ObjectType<ReviewItem>(new FieldSet(Code, Ok, Note), v => new ReviewItem(v.Get(Code), v.Get(Ok), v.Find(Note))),
            0,
            QualityLimits.ReviewItems),
        "The points by which it was reviewed; default none.");

    private static readonly JsonField<ReviewVerdict> Verdict = JsonField.Required(
        "verdict", EnumType.Of<ReviewVerdict>(), "What it comes to; `returned` needs `fields` and `to`.", ReviewVerdict.Returned);

    private static readonly JsonField<IReadOnlyList<string>> Fields = JsonField.Optional(
        "fields", DirectiveParts.Words(DirectiveLimits.FieldsMax), "What the record lacks; default nothing.", ["location"]);

    private static readonly JsonField<DirectiveTo> To = JsonField.Optional(
        "to", new RecipientType(), "Who is to complete it; for `returned` only.");

    /// <summary>The body.</summary>
    /// <param name="name">The name of the body among the schemas.</param>
    /// <param name="make">Makes the command of that kind of thing.</param>
    public static JsonType<T> Of<T>(string name, Func<ReviewContent, DateTimeOffset?, T> make) => new ObjectType<T>(
        name,
        new FieldSet(Score, Items, Verdict, Fields, To, CommonTypes.OccurredAt),
        (v, errors) => make(Content(v, errors), v.Find(CommonTypes.OccurredAt)));

    private static ReviewContent Content(FieldValues v, FieldErrors errors)
    {
        var content = new ReviewContent(v.Get(Score), v.Get(Items, []), v.Get(Verdict), v.Get(Fields, []), v.Get(To, null!));

        // A verdict that is invalid by itself is named already.
        if (content.Verdict == ReviewVerdict.Returned)
        {
            if (!v.IsGiven(Fields) || v.Get(Fields) is { Count: 0 })
                errors.AddBelow(Fields.Name, ErrorCodes.Required, "is needed where the record is returned");
            if (!v.IsGiven(To))
                errors.AddBelow(To.Name, ErrorCodes.Required, "is needed where the record is returned");
        }
        else if (v.IsGiven(Verdict) && v.IsGiven(To))
        {
            errors.AddBelow(To.Name, ErrorCodes.TooMany, "must be left out where the record passed");
        }

        return content;
    }
}
