using Tocsin.Examples;
using Tocsin.JsonBodies;

namespace Tocsin.Evidence;

/// <summary>The bodies of the commands about evidence, the same for things of all kinds.</summary>
internal static class EvidenceBodies
{
    private static readonly JsonField<EvidenceKind> Kind = JsonField.Required(
        "kind", EnumType.Of<EvidenceKind>(), "What it is.", EvidenceKind.CallRecording);

    private static readonly JsonField<string> Uri = JsonField.Required(
        "uri",
        new TextType(1, EvidenceLimits.UriMax),
        "Where it is kept, as the centre writes it. It is shown and never followed.",
        EvidenceExamples.Uri);

    private static readonly JsonField<string> Sha256 = JsonField.Required(
        "sha256", Sha256Type.Instance, "SHA-256 of the content; upper and lower case mean the same.", EvidenceExamples.Sha256);

    private static readonly JsonField<long> Bytes = JsonField.Optional(
        "bytes", ByteCountType.Instance, "The length of the content in bytes.", EvidenceExamples.Bytes);

    private static readonly JsonField<DateTimeOffset> TakenAt = JsonField.Optional(
        "takenAt", CommonTypes.Instant, "When it was taken; null: not known.", ExampleScene.ReceivedAt);

    private static readonly JsonField<string> TakenBy = JsonField.Optional(
        "takenBy", CommonTypes.Word, "Who took it.", EvidenceExamples.TakenBy);

    private static readonly JsonField<string> CameraId = JsonField.Optional("cameraId", CommonTypes.Word, "The camera.", "bwc-0417");

    private static readonly JsonField<string> Note = JsonField.Optional(
        "note", new TextType(1, EvidenceLimits.NoteMax), "A note.", EvidenceExamples.Note);

    /// <summary><c>POST …/evidence</c></summary>
    /// <param name="name">The name of the body among the schemas.</param>
    /// <param name="make">Makes the command of that kind of thing.</param>
    public static JsonType<T> Add<T>(string name, Func<EvidenceItem, DateTimeOffset?, T> make) => new ObjectType<T>(
        name,
        new FieldSet(Kind, Uri, Sha256, Bytes, TakenAt, TakenBy, CameraId, Note, CommonTypes.OccurredAt),
        v => make(
            new EvidenceItem(
                v.Get(Kind),
                v.Find(Uri),
                v.Get(Sha256),
                v.Find(Bytes),
                v.Find(TakenAt),
                v.Find(TakenBy),
                v.Find(CameraId),
                v.Find(Note)),
            v.Find(CommonTypes.OccurredAt)));

    /// <summary><c>POST …/evidence/{n}/verification</c></summary>
    /// <param name="name">The name of the body among the schemas.</param>
    /// <param name="make">Makes the command of that kind of thing; the path has the number.</param>
    public static JsonType<T> Verify<T>(string name, Func<string, DateTimeOffset?, T> make) => new ObjectType<T>(
        name,
        new FieldSet(Sha256, CommonTypes.OccurredAt),
        v => make(v.Get(Sha256), v.Find(CommonTypes.OccurredAt)));
}
