namespace Tocsin.Tests.Load.Replay.Reading;

/// <summary>
/// The eight times of a row as instants, in the order in which they should follow one another; null where the file has none.
/// </summary>
public sealed record RowTimes(
    DateTimeOffset? Received,
    DateTimeOffset? Entry,
    DateTimeOffset? Dispatch,
    DateTimeOffset? Response,
    DateTimeOffset? OnScene,
    DateTimeOffset? Transport,
    DateTimeOffset? Hospital,
    DateTimeOffset? Available);
