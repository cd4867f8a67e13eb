namespace Tocsin.Commands;

/// <summary>The answer to a command: a refusal, or the thing as it now stands.</summary>
/// <param name="Refusal">The reason why it was not carried out; null when it was.</param>
/// <param name="View">The thing as it now stands: JSON text, without personal data; empty when refused.</param>
/// <param name="Version">The version of the thing, 1 or more; 0 when refused.</param>
/// <param name="Created">Whether the first answer was 201 and not 200.</param>
/// <param name="Replayed">
/// Whether the command had been carried out before; refused besides, the actor may not read the thing now.
/// </param>
/// <param name="Id">The id of the thing, which a command that makes one chooses; empty when refused.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CommandAnswer")]
public sealed record CommandAnswer(
    [property: Id(0)] Refusal? Refusal,
    [property: Id(1)] string View,
    [property: Id(2)] int Version,
    [property: Id(3)] bool Created,
    [property: Id(4)] bool Replayed,
    [property: Id(5)] string Id)
{
    /// <summary>An answer that refuses.</summary>
    /// <param name="refusal">The reason why the command was not carried out.</param>
    public static CommandAnswer Refused(Refusal refusal) => new(refusal, "", 0, false, false, "");
}
