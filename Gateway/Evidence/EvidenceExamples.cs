using Tocsin.Examples;

namespace Tocsin.Evidence;

/// <summary>The example of a piece of evidence in the OpenAPI document: the recording of the call.</summary>
internal static class EvidenceExamples
{
    /// <summary>Where it is kept.</summary>
    public const string Uri = "rec://110/20260131/0042";

    /// <summary>Its digest.</summary>
    public const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /// <summary>Its length.</summary>
    public const long Bytes = 812_000;

    /// <summary>Who took it.</summary>
    public const string TakenBy = "recorder 2";

    /// <summary>A note about it.</summary>
    public const string Note = "The caller names the street at 0:41.";

    /// <summary>The piece, verified.</summary>
    public static EvidenceView Piece => new(
        1,
        EvidenceKind.CallRecording,
        Uri,
        Sha256,
        Bytes,
        ExampleScene.ReceivedAt,
        TakenBy,
        null,
        Note,
        "wang",
        ExampleScene.ReceivedAt.AddMinutes(20),
        new VerificationView(true, "auditor", ExampleScene.ReceivedAt.AddHours(24)));
}
