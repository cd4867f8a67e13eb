namespace Tocsin.Access;

/// <summary>How the access log is kept.</summary>
public sealed class AccessOptions
{
    /// <summary>The shortest time that it may be kept.</summary>
    public static readonly TimeSpan KeepTimeMin = TimeSpan.FromDays(1);

    /// <summary>The longest time that it may be kept: a hundred years.</summary>
    public static readonly TimeSpan KeepTimeMax = TimeSpan.FromDays(36_500);

    /// <summary>
    /// <c>Tocsin:Access:KeepTime</c>: how old an item becomes before its span is removed, 1 day to 36,500 days. The default value is 400
    /// days.
    /// </summary>
    public TimeSpan KeepTime { get; set; } = TimeSpan.FromDays(400);
}
