using Tocsin.Deciding;

namespace Tocsin.Streams;

/// <summary>A stream's answer to a command that wants to write to it.</summary>
/// <param name="Entered">Whether the command holds the gate now; otherwise it waited too long.</param>
/// <param name="State">The state as the stream's activation knows it; null when the gate was not entered.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Prepared")]
public sealed record Prepared([property: Id(0)] bool Entered, [property: Id(1)] IStreamState? State);
