namespace Tocsin.Tests.Load.Stories;

/// <summary>
/// How long people and cars take between the commands of a story: even between the bounds. Compressed: a real
/// incident takes an hour, and a run of an hour tests nothing that these do not.
/// </summary>
public sealed record Delays(double Scale)
{
    /// <summary>No waiting at all.</summary>
    public static Delays None { get; } = new(0);

    /// <summary>The compressed delays of the profiles.</summary>
    public static Delays Compressed { get; } = new(1);

    /// <summary>Between <paramref name="least"/> and <paramref name="most"/> seconds, scaled.</summary>
    public TimeSpan Between(double least, double most, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return TimeSpan.FromSeconds(Scale * (least + ((most - least) * random.NextDouble())));
    }
}
