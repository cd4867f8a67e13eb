using Tocsin.Answers;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.JsonBodies;
using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Bulletins;

/// <summary>Bulletins, <c>/api/v1/bulletins</c>, and what is new at incidents: pinned notes and signatures.</summary>
internal static class BulletinRoutes
{
    private const string Base = ApiOperation.BasePath + "/bulletins";
    private const string One = Base + "/{id}";
    private const string Tag = "Bulletins";

    private static readonly ApiParameter Id = ApiParameter.OfId<BulletinId>("id", "The bulletin.");
    private static readonly JsonField<string> Text = JsonField.Required("text", CommonTypes.Note, "The text.", "Look out for a red car.");
    private static readonly JsonField<int> Seconds = JsonField.Required(
        "seconds", new WholeNumberType(1, 86_400), "For how long it stands.", 3_600);

    private static readonly JsonType<PinNote> Note = new ObjectType<PinNote>(new FieldSet(Text), v => new PinNote(v.Get(Text)));
    private static readonly JsonType<PostBulletin> Body = new ObjectType<PostBulletin>(
        new FieldSet(Text, Seconds), v => new PostBulletin(v.Get(Text), v.Get(Seconds)));

    /// <summary>Maps them.</summary>
    public static void MapBulletins(this IEndpointRouteBuilder routes, Responder responder)
    {
        var put = new CommandRoute<PostBulletin>(
            responder,
            [Permission.ChangeIncidents],
            Body,
            static (grains, id, command, context) => grains.GetGrain<IBulletinGrain>(id).Execute(command, context))
        {
            Location = Base + "/",
        };
        routes.MapCommand(HttpMethods.Put, One, put, new("postBulletin", "Post a bulletin", "Posts a bulletin, or replaces it.")
        {
            Tag = Tag,
            Answer = ApiAnswer.Of(Example),
            Path = [Id],
            Statuses = [201, 200],
            Problems = ApiOperation.CommandProblems,
        });
        routes.MapTrail(
            responder,
            One,
            path => path.Id<BulletinId>("id").Stream,
            ("getBulletinTrail", Tag, "a bulletin", [Id]),
            Permission.ReadIncidentTrail);
        var pin = IncidentRoute.Of(responder, Note, Permission.AddNotes);
        routes.MapCommand(HttpMethods.Post, IncidentRoute.One + "/pinned-notes", pin, IncidentRoute.Command(
            "pinNote", "Pin a note", "Adds a note that stands at the top of the incident."));
        var sign = IncidentRoute.Of<SignIncident>(responder, null, static (_, _) => new SignIncident(), Permission.AddNotes);
        routes.MapCommand(HttpMethods.Post, IncidentRoute.One + "/signature", sign, IncidentRoute.Command(
            "signIncident", "Sign an incident", "Says that somebody read it whole."));
    }

    private static BulletinView Example() =>
        new(BulletinId.Of("b1"), "Look out for a red car.", DateTimeOffset.UnixEpoch, Expired: false, Version: 1);
}
