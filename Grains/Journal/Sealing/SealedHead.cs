namespace Tocsin.Journal.Sealing;

/// <summary>Where a stream had come to.</summary>
/// <param name="Stream">Its name.</param>
/// <param name="Version">Its last event's version.</param>
/// <param name="Hash">The hash of its last event, which covers all events before it.</param>
public readonly record struct SealedHead(string Stream, int Version, byte[] Hash);
