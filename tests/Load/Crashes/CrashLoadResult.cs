namespace Tocsin.Tests.Load.Crashes;

/// <summary>What a crash load did.</summary>
/// <param name="Acknowledged">Commands that were answered as done.</param>
/// <param name="Replayed">Those of them that the server said it had done before: their first answer was lost.</param>
/// <param name="Stories">Incidents that were brought from the call to their closure.</param>
/// <param name="ConnectionsLost">Tries that ended without an answer.</param>
/// <param name="Unavailable">Tries that were answered 503 or 429.</param>
/// <param name="Unsettled">Commands of which it is not known what became of them.</param>
/// <param name="Refused">Commands that were refused, by command and code; none is expected.</param>
public sealed record CrashLoadResult(
    int Acknowledged,
    int Replayed,
    int Stories,
    int ConnectionsLost,
    int Unavailable,
    int Unsettled,
    IReadOnlyDictionary<string, int> Refused);
