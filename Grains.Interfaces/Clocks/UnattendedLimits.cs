namespace Tocsin.Clocks;

/// <summary>
/// The built-in limits on <c>assign</c>, by priority: they hold wherever the timing policy of an incident gives none, also without a
/// policy, so that nobody who waits is forgotten. Whole seconds, 1 to 604,800 (<see cref="TimingLimit.MaxSeconds"/>).
/// </summary>
/// <param name="Priority1">The limit of priority 1. The default is 60.</param>
/// <param name="Priority2">The limit of priority 2. The default is 180.</param>
/// <param name="Priority3">The limit of priority 3. The default is 600.</param>
/// <param name="Priority4">The limit of priority 4. The default is 1,800.</param>
[GenerateSerializer, Immutable, Alias("tocsin.UnattendedLimits")]
public sealed record UnattendedLimits(
    [property: Id(0)] int Priority1,
    [property: Id(1)] int Priority2,
    [property: Id(2)] int Priority3,
    [property: Id(3)] int Priority4)
{
    /// <summary>60, 180, 600 and 1,800 seconds.</summary>
    public static UnattendedLimits Default { get; } = new(60, 180, 600, 1800);

    /// <summary>The limit of a priority, in seconds.</summary>
    /// <param name="priority">The priority, 1 to 4.</param>
    public int LimitSeconds(int priority) => priority switch
    {
        <= 1 => Priority1,
        2 => Priority2,
        3 => Priority3,
        _ => Priority4,
    };

    /// <summary>When to warn, in seconds after the start: three quarters of the limit; null for a limit of one second.</summary>
    /// <param name="priority">The priority, 1 to 4.</param>
    public int? WarnSeconds(int priority) => LimitSeconds(priority) * 3L / 4 is > 0 and var warn ? (int)warn : null;
}
