namespace Tocsin.Access;

/// <summary>A part of the access log that is closed: its rows, all between two ids, with a hash that includes the span before it.</summary>
/// <param name="Number">Its number, from 1 without gaps.</param>
/// <param name="First">The id of its first row.</param>
/// <param name="Last">The id of its last row.</param>
/// <param name="Newest">When the newest of its items happened.</param>
/// <param name="Digest">SHA-256 over its rows; see <see cref="AccessChain"/>.</param>
/// <param name="Hash">SHA-256 over the hash of the span before it and all of this.</param>
/// <param name="IsRemoved">Whether its rows were removed, as old as the configuration lets them become.</param>
public sealed record AccessSpan(
    long Number, long First, long Last, DateTimeOffset Newest, byte[] Digest, byte[] Hash, bool IsRemoved = false);
