using Tocsin.JsonBodies;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/supervision</c>.</summary>
internal static class TakeSupervisionBody
{
    private static readonly JsonField<string> Reason = JsonField.Required(
        "reason", CommonTypes.Reason, "Why it needs supervision.", "Press on the scene.");

    /// <summary>The body.</summary>
    public static readonly JsonType<TakeSupervision> Type = new ObjectType<TakeSupervision>(
        new FieldSet(Reason), v => new TakeSupervision(v.Get(Reason)));
}
