using Tocsin.JsonBodies;
using Tocsin.SignIn;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/closure</c>.</summary>
internal static class CloseIncidentBody
{
    private static readonly JsonField<string> Disposition = JsonField.Required(
        "disposition", CommonTypes.Word, "How the incident ended; of `GET /settings/closing`, where outcomes are listed.", "settled");

    private static readonly JsonField<string> Note = JsonField.Optional("note", CommonTypes.Narrative, "A note.", "Two arrests.");

    private static readonly JsonField<string> Override = JsonField.Optional(
        "override",
        CommonTypes.Reason,
        "Why it is closed although the disposition is not listed, or something that it needs is missing; for supervisors.",
        "The caller has left the country.");

    /// <summary>The body.</summary>
    public static readonly JsonType<CloseIncident> Type = new ObjectType<CloseIncident>(
        new FieldSet(Disposition, Note, CommonTypes.OccurredAt, Override),
        v => new CloseIncident(v.Get(Disposition), v.Find(Note), v.Find(CommonTypes.OccurredAt)) { Override = v.Find(Override) });

    /// <summary>The permissions, of which the body decides which is needed.</summary>
    public static readonly Permission[] Permissions = [Permission.Close, Permission.OverrideClosing];

    /// <summary>The permission that a closure needs.</summary>
    public static Permission PermissionFor(CloseIncident command) =>
        command.Override is null ? Permission.Close : Permission.OverrideClosing;
}
