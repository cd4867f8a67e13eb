namespace Tocsin.Tests.Faults.Alerting;

/// <summary>What Prometheus said to one fault.</summary>
/// <param name="Fault">What went wrong.</param>
/// <param name="Alert">Which alert was waited for.</param>
/// <param name="FiredAfter">From the fault until it fired; null: it did not.</param>
/// <param name="OverAfter">From the end of the fault until it was over; null: it was not, or it was not waited for.</param>
/// <param name="OverIsAwaited">Whether it was waited for that it is over.</param>
public sealed record AlertTiming(string Fault, string Alert, TimeSpan? FiredAfter, TimeSpan? OverAfter, bool OverIsAwaited)
{
    /// <summary>Whether all that was waited for came.</summary>
    public bool IsGood => FiredAfter is not null && (OverAfter is not null || !OverIsAwaited);
}
