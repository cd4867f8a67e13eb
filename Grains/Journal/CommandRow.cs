using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>A keyed command that was carried out.</summary>
/// <param name="Id">The command.</param>
/// <param name="Key">What is remembered of it.</param>
/// <param name="Stream">The stream that answered for it: the request's first head.</param>
/// <param name="Version">That stream's version after it.</param>
public sealed record CommandRow(CommandId Id, CommandKey Key, StreamId Stream, int Version);
