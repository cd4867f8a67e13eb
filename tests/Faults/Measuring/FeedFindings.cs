namespace Tocsin.Tests.Faults.Measuring;

/// <summary>What the clients of the feed were told, beside what happened.</summary>
/// <param name="Clients">How many there were.</param>
/// <param name="Events">What happened while they hung on it.</param>
/// <param name="Connections">How often one of them was connected.</param>
/// <param name="Missed">Events that a client was not told.</param>
/// <param name="Repeated">Events that a client was told twice.</param>
/// <param name="OutOfOrder">Events that a client was told behind a later one.</param>
/// <param name="LiveP99">From commit to client, 99th percentile, while connected.</param>
/// <param name="LiveMax">The same, at most.</param>
/// <param name="OverCutsMax">At most, of what happened while a client had no connection: its gateway was being replaced.</param>
/// <param name="Problems">What is not as it must be.</param>
public sealed record FeedFindings(
    int Clients,
    int Events,
    int Connections,
    long Missed,
    long Repeated,
    long OutOfOrder,
    TimeSpan LiveP99,
    TimeSpan LiveMax,
    TimeSpan OverCutsMax,
    IReadOnlyList<string> Problems);
