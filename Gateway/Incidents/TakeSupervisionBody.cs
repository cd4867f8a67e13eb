using Tocsin.Bodies;

namespace Tocsin.Incidents;

/// <summary>The body of <c>POST /incidents/{id}/supervision</c>.</summary>
internal static class TakeSupervisionBody
{
    private static readonly Field<string> Reason = Field.Required("reason", CommonKinds.Reason);

    /// <summary>The body.</summary>
    public static readonly Kind<TakeSupervision> Kind = new ObjectKind<TakeSupervision>(new Shape(Reason), v => new TakeSupervision(v.Get(Reason)));
}
